package midgard.service.produce;

import java.util.Locale;
import java.util.Optional;

/** How the values inside a produce request are written, by the request's content type. */
enum EmbeddedFormat {
  /** Each value is one event in the catalogue's JSON. */
  JSON("application/vnd.kafka.json.v2+json"),
  /** Each value is in Avro's JSON encoding; the request names the schema. */
  AVRO("application/vnd.kafka.avro.v2+json"),
  /** Each value is base64 of an event in the wire format or in the catalogue's JSON. */
  BINARY("application/vnd.kafka.binary.v2+json");

  /** Of every answer. */
  static final String ANSWER = "application/vnd.kafka.v2+json";

  private final String contentType;

  EmbeddedFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The format of a content type; parameters of the type do not matter. */
  static Optional<EmbeddedFormat> of(String contentType) {
    String media = media(contentType == null ? "" : contentType);
    for (EmbeddedFormat format : values()) {
      if (format.contentType.equals(media)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Whether an Accept header allows an answer of the REST Proxy. */
  static boolean acceptable(String accept) {
    if (accept == null || accept.isBlank()) {
      return true;
    }
    for (String part : accept.split(",")) {
      String media = media(part);
      if (media.equals("*/*")
          || media.equals("application/*")
          || media.equals("application/json")
          || media.equals("application/vnd.kafka+json")
          || media.equals(ANSWER)
          || of(media).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String media(String headerPart) {
    return headerPart.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }
}
