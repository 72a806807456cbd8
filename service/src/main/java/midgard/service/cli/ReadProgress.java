package midgard.service.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a person how the reading of a log goes, with the time that is left. */
final class ReadProgress implements AutoCloseable {
  private static final int REDRAW_MILLIS = 200;

  private final boolean shown;
  private ProgressBar bar;

  ReadProgress(boolean quiet) {
    this.shown = !quiet && System.console() != null;
  }

  /**
   * @param most what a log's offsets leave room for; markers of transactions count with them
   */
  void atMost(long most) {
    if (shown) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("records")
              .setInitialMax(most)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REDRAW_MILLIS)
              .build();
    }
  }

  void advanced() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.maxHint(bar.getCurrent());
      bar.close();
    }
  }
}
