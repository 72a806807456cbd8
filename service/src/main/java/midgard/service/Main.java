package midgard.service;

import midgard.service.cli.MidgardCommand;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(MidgardCommand.commandLine().execute(arguments));
  }
}
