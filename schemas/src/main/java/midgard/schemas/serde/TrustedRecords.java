package midgard.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/** Vouches for our record classes before Avro makes the first of them; it refuses all others. */
public final class TrustedRecords {
  private static final String OUR_PACKAGE = "midgard.schemas.";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT, c -> c.getName().startsWith(OUR_PACKAGE)));
  }

  private TrustedRecords() {}

  /** Has an effect once per process, when it is first called. */
  public static void trust() {
    // The static block has run by now.
  }
}
