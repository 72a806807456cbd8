package midgard.topology.query;

/** The state cannot be asked for at this moment: it is being restored or lies elsewhere. */
public final class WorldNotReady extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorldNotReady(Throwable cause) {
    super("The world's state is being restored; ask again in a few seconds.", cause);
  }
}
