package midgard.service.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.topic.Topics;
import midgard.service.ClusterTopics;
import midgard.service.config.ServiceConfig;
import midgard.service.feed.FeedOptions;
import midgard.service.feed.FeedReport;
import midgard.service.feed.Feeder;
import midgard.service.feed.HttpTarget;
import midgard.service.feed.Recording;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "feed",
    description = "Feeds a recorded session into a running world.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FeedCommand implements Callable<Integer> {
  /** The two ways in. */
  enum Way {
    REST_PROXY,
    DISPATCH
  }

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Parameters(paramLabel = "FILE", description = "One JSON event a line; may be gzip.")
  private Path file;

  @Option(
      names = "--to",
      defaultValue = "rest-proxy",
      converter = WayConverter.class,
      paramLabel = "rest-proxy|dispatch",
      description = "The way in; only dispatch tells repeats. Default: rest-proxy.")
  private Way to;

  @Option(
      names = "--url",
      description = "The world's internal server. Default: this computer's, AI_SERVICE_PORT.")
  private String url;

  @Option(
      names = "--speed",
      defaultValue = "1",
      converter = SpeedConverter.class,
      paramLabel = "N|max",
      description = "How many times faster than it happened; max: without a pause. Default: 1.")
  private double speed;

  @Option(names = "--live", description = "As if it happened now: new boot ids, times from now on.")
  private boolean live;

  @Option(
      names = "--clock",
      description =
          "Also the seconds of the session's own time, for a world with CLOCK_SOURCE=feed.")
  private boolean clock;

  @Option(
      names = "--clock-tail",
      defaultValue = "0",
      paramLabel = "SECONDS",
      description = "How long the clock ticks on after the last event. Default: 0.")
  private int clockTail;

  @Option(
      names = "--patience",
      defaultValue = "60",
      paramLabel = "SECONDS",
      description = "How long a server that does not answer is waited for. Default: 60.")
  private int patience;

  @Option(names = "--quiet", description = "No progress bar.")
  private boolean quiet;

  @Override
  public Integer call() throws InterruptedException {
    ServiceConfig config = options.read();
    ProgramLog.ofCommand(config.logging());
    PrintWriter err = spec.commandLine().getErr();
    FeedReport report;
    try (FeedProgress progress = new FeedProgress(err, quiet)) {
      report = feeder(config, progress).feed(new Recording(file));
    }
    spec.commandLine().getOut().println(report.line());
    spec.commandLine().getOut().flush();
    return report.everythingTaken() ? 0 : 1;
  }

  private Feeder feeder(ServiceConfig config, FeedProgress progress) {
    String base = url == null ? "http://127.0.0.1:" + config.http().port() : url;
    String topic =
        new Topics(ClusterTopics.settings(config), new LocalSchemaIds()).gameEvents().name();
    return new Feeder(
        to == Way.DISPATCH ? HttpTarget.dispatch(base) : HttpTarget.restProxy(base, topic),
        new FeedOptions(speed, live, clock, clockTail, Duration.ofSeconds(patience)),
        Clock.systemUTC(),
        progress);
  }

  static final class WayConverter implements ITypeConverter<Way> {
    @Override
    public Way convert(String value) {
      return switch (value) {
        case "rest-proxy" -> Way.REST_PROXY;
        case "dispatch" -> Way.DISPATCH;
        default ->
            throw new TypeConversionException(
                "\"" + value + "\" is no way in; it must be rest-proxy or dispatch");
      };
    }
  }

  static final class SpeedConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      String number = value.toLowerCase(Locale.ROOT).replaceFirst("^[x×]", "");
      if (number.equals("max")) {
        return 0.0;
      }
      try {
        double speed = Double.parseDouble(number);
        if (speed > 0 && Double.isFinite(speed)) {
          return speed;
        }
      } catch (NumberFormatException e) {
        // Told below, with the other wrong ones.
      }
      throw new TypeConversionException(
          "\"" + value + "\" is no speed; it must be a number above 0, or max");
    }
  }
}
