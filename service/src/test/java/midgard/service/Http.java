package midgard.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server as a stranger would. */
public final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An answer; its body as JSON where it is one. */
  public record Answer(int status, String contentType, HttpResponse<byte[]> raw) {
    public JsonNode json() throws IOException {
      return JSON.readTree(raw.body());
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    public String text() {
      return new String(raw.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private Http() {}

  public static Answer get(String url) throws IOException, InterruptedException {
    return send("GET", url, null, new byte[0]);
  }

  public static Answer post(String url, String contentType, String body)
      throws IOException, InterruptedException {
    return send("POST", url, contentType, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public static Answer send(
      String method, String url, String contentType, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(
        response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), response);
  }
}
