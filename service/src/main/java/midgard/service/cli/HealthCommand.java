package midgard.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import midgard.service.config.ServiceConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The question of who starts and stops the program, for images that hold no curl. */
@Command(
    name = "health",
    description = "Asks a running world whether it is alive. Exit code 1: it is not.",
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
  private static final Duration ANSWER = Duration.ofSeconds(5);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--url",
      description = "The internal server. Default: this computer's, AI_SERVICE_PORT.")
  private String url;

  @Option(names = "--ready", description = "Whether it takes events, not only whether it is alive.")
  private boolean ready;

  @Override
  public Integer call() throws InterruptedException {
    ServiceConfig config = options.read();
    ProgramLog.ofCommand(config.logging());
    String base = url == null ? "http://127.0.0.1:" + config.http().port() : url;
    URI address = URI.create(base + "/api/v1/health/" + (ready ? "ready" : "live"));
    PrintWriter out = spec.commandLine().getOut();
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(ANSWER)
              .build()
              .send(
                  HttpRequest.newBuilder(address).timeout(ANSWER).build(),
                  HttpResponse.BodyHandlers.ofString());
      out.println(answer.body());
      return answer.statusCode() == 200 ? 0 : 1;
    } catch (IOException e) {
      out.println(address + " does not answer.");
      return 1;
    } finally {
      out.flush();
    }
  }
}
