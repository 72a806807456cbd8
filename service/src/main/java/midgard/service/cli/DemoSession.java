package midgard.service.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import midgard.service.config.ServiceConfig;
import midgard.service.feed.FeedException;
import midgard.service.feed.FeedListener;
import midgard.service.feed.FeedOptions;
import midgard.service.feed.FeedReport;
import midgard.service.feed.Feeder;
import midgard.service.feed.HttpTarget;
import midgard.service.feed.Recording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recorded session as live traffic in the background, over the world's own REST proxy. */
final class DemoSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoSession.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ServiceConfig.Demo settings;
  private final Clock clock;
  private volatile Thread player;

  DemoSession(ServiceConfig.Demo settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Starts to play; what goes wrong is logged and harms nobody. */
  void play(String url, String topic) {
    Path file = settings.session();
    if (!Files.isReadable(file)) {
      LOG.warn(
          "There is no recorded session at {}; set DEMO_SESSION. The world stays empty.", file);
      return;
    }
    player = new Thread(() -> feed(file, url, topic), "demo");
    player.setDaemon(true);
    player.start();
  }

  private void feed(Path file, String url, String topic) {
    FeedOptions options = new FeedOptions(settings.speed(), true, false, 0, PATIENCE);
    Feeder feeder = new Feeder(HttpTarget.restProxy(url, topic), options, clock, new Rejections());
    try {
      FeedReport report = feeder.feed(new Recording(file));
      LOG.info("The recorded session is over: {}", report.line());
    } catch (FeedException e) {
      LOG.warn("The recorded session was broken off: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops playing. */
  @Override
  public void close() {
    if (player != null) {
      player.interrupt();
    }
  }

  private static final class Rejections implements FeedListener {
    @Override
    public void rejected(long line, String reason) {
      LOG.warn("Line {} of the recorded session was not taken: {}", line, reason);
    }
  }
}
