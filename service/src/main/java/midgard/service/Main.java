package midgard.service;

import midgard.service.cli.MidgardCommand;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Else the library that reads settings sets Log4j up first, which Kafka brings along.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    System.exit(MidgardCommand.commandLine().execute(arguments));
  }
}
