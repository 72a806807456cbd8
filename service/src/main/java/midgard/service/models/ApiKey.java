package midgard.service.models;

/** A provider's key. Its text form is a mask, so that no log or error can hold it. */
public record ApiKey(String secret) {
  @Override
  public String toString() {
    return "****";
  }
}
