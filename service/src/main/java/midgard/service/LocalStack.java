package midgard.service;

import midgard.service.config.ServiceConfig;
import midgard.stack.DataDirTaken;
import midgard.stack.EmbeddedStack;

/** The servers of a world at rest, for a command that needs all of them. */
public final class LocalStack {
  private LocalStack() {}

  /**
   * Starts those that have no address outside.
   *
   * @throws IllegalStateException when the world runs in this installation
   */
  public static EmbeddedStack ofWorldAtRest(ServiceConfig config) {
    try {
      return EmbeddedStack.start(WorldParts.stackConfig(config));
    } catch (DataDirTaken e) {
      throw new IllegalStateException(
          "The world runs: its folder %s is in use. Stop it first. Nothing was changed."
              .formatted(config.storage().dataDir().toAbsolutePath().normalize()),
          e);
    }
  }
}
