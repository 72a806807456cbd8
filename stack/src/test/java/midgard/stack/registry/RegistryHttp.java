package midgard.stack.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Plain HTTP, for what the real client does not cover. */
record RegistryHttp(String url) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** An answer: status, content type and body. */
  record Answer(int status, String contentType, JsonNode body) {
    int errorCode() {
      return body.path("error_code").asInt();
    }
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  /** Registers a schema. */
  Answer register(String subject, String schema) {
    return post("/subjects/" + subject + "/versions", request(schema).toString());
  }

  static ObjectNode request(String schema) {
    return MAPPER.createObjectNode().put("schema", schema);
  }

  static ObjectNode withReference(String schema, String name, String subject, int version) {
    ObjectNode request = request(schema);
    request
        .putArray("references")
        .addObject()
        .put("name", name)
        .put("subject", subject)
        .put("version", version);
    return request;
  }

  Answer send(String method, String path, String body) {
    return send(method, path, body, RegistryJson.CONTENT_TYPE);
  }

  Answer send(String method, String path, String body, String contentType) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", contentType)
            .build();
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          MAPPER.readTree(response.body()));
    } catch (IOException e) {
      throw new AssertionError("no JSON answer to " + method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
