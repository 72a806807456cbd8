package midgard.bench.process;

/**
 * Chooses this module's logging. The program's own file stands on the class path under the usual
 * name, so ours has to be asked for.
 */
public final class LoggingSetup {
  private LoggingSetup() {}

  /** To be called before anything logs. */
  public static void quiet() {
    System.setProperty(
        "logback.configurationFile",
        System.getProperty("logback.configurationFile", "midgard-bench-logback.xml"));
  }
}
