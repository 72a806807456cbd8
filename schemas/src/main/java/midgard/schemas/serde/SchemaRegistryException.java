package midgard.schemas.serde;

/** The schema registry refused a call or could not be reached; the message says which and why. */
public final class SchemaRegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  /**
   * @param passing whether the same call may go well later: the registry could not be reached
   */
  public SchemaRegistryException(String message, boolean passing, Throwable cause) {
    super(message, cause);
    this.passing = passing;
  }

  public boolean passing() {
    return passing;
  }
}
