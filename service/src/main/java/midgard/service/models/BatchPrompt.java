package midgard.service.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import midgard.schemas.model.ModelRequest;

/** Several questions in one call, each a task of its own, and the answers taken apart again. */
final class BatchPrompt {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOKENS_PER_TASK = 30;

  private static final String FORM =
      """
      The user's message is a JSON array of tasks that have nothing to do with each other. Do each \
      by its own instructions and prompt alone. Answer with a JSON array and nothing else, with one \
      object a task: {"task": its number, "answer": your answer}. The answer is a string of plain \
      text, or, where the task has an answer_schema, a JSON value that fits it; of at most \
      max_characters.
      """;

  private BatchPrompt() {}

  static Prompt of(List<ModelRequest> requests) {
    ArrayNode tasks = JSON.createArrayNode();
    int tokens = 0;
    for (int i = 0; i < requests.size(); i++) {
      ModelRequest request = requests.get(i);
      ObjectNode task =
          tasks
              .addObject()
              .put("task", i + 1)
              .put("instructions", request.getInstructions())
              .put("prompt", request.getPrompt())
              .put("max_characters", request.getMaxCharacters());
      if (request.getAnswerSchema() != null) {
        task.put("answer_schema", request.getAnswerSchema());
      }
      tokens += request.getMaxTokens() + TOKENS_PER_TASK;
    }
    return new Prompt(FORM + "\n" + Prompt.dataOnly(), tasks.toString(), tokens);
  }

  /**
   * The answers by the place of their question, from 0; those of tasks that were left out are
   * missing.
   *
   * @return empty when it is no such array, or a task is answered twice or was never given
   */
  static Optional<TreeMap<Integer, String>> answers(Reply reply, int tasks) {
    JsonNode array;
    try {
      array = JSON.readTree(AnswerCheck.unfenced(reply.text()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (array == null || !array.isArray()) {
      return Optional.empty();
    }
    TreeMap<Integer, String> answers = new TreeMap<>();
    for (JsonNode item : array) {
      int task = item.path("task").asInt(0);
      JsonNode answer = item.path("answer");
      String text = answer.isTextual() ? answer.textValue() : answer.toString();
      boolean fresh = task >= 1 && task <= tasks && answers.put(task - 1, text) == null;
      if (!fresh || answer.isMissingNode()) {
        return Optional.empty();
      }
    }
    return Optional.of(answers);
  }
}
