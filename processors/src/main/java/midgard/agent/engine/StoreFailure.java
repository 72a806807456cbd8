package midgard.agent.engine;

/** A store could not be read while a rule was at work: not the rule's fault, so it is passed on. */
final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFailure(RuntimeException cause) {
    super(cause);
  }

  RuntimeException reason() {
    return (RuntimeException) getCause();
  }
}
