package midgard.service.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import midgard.service.feed.FeedListener;

/** Shows a person how a feeding goes. */
final class FeedProgress implements FeedListener, AutoCloseable {
  private static final int REDRAW_MILLIS = 200;

  private final PrintWriter err;
  private final boolean quiet;
  private ProgressBar bar;
  private boolean waiting;

  FeedProgress(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  @Override
  public void starts(long events) {
    boolean watched = System.console() != null;
    if (!quiet && watched) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("events")
              .setInitialMax(events)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REDRAW_MILLIS)
              .build();
    }
  }

  @Override
  public void advanced(long events) {
    waiting = false;
    if (bar != null) {
      bar.stepBy(events);
    }
  }

  @Override
  public void rejected(long line, String reason) {
    say("line " + line + ": " + reason);
  }

  @Override
  public void waiting(String why) {
    if (!waiting) {
      waiting = true;
      say(why + "; trying again");
    }
  }

  private void say(String text) {
    err.println(text);
    err.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
