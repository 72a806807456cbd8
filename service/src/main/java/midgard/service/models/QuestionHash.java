package midgard.service.models;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import midgard.schemas.model.ModelRequest;

/** Names a question by its content: SHA-256 over all that decides the answer. */
final class QuestionHash {
  private QuestionHash() {}

  /**
   * @param model that is asked first
   */
  static String of(String model, ModelRequest request) {
    MessageDigest digest = sha256();
    add(digest, model);
    add(digest, request.getInstructions());
    add(digest, request.getPrompt());
    add(digest, request.getAnswerSchema() == null ? "" : request.getAnswerSchema());
    add(digest, request.getMaxCharacters() + " " + request.getMaxTokens());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no two lists of parts run together to the same bytes. */
  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
