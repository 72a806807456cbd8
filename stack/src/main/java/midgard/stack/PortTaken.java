package midgard.stack;

/** A port that the stack was told to use belongs to another program. */
public final class PortTaken extends StackException {
  private static final long serialVersionUID = 1L;

  private final int port;

  public PortTaken(int port, String user, String setting) {
    super(
        "Port %d (%s) is taken by another program. Stop it or set %s."
            .formatted(port, user, setting));
    this.port = port;
  }

  /** The port in question. */
  public int port() {
    return port;
  }
}
