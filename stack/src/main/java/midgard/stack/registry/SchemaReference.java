package midgard.stack.registry;

/**
 * A named type that a schema takes from another subject.
 *
 * @param name the full name of the type
 * @param subject where it is registered
 * @param version under that subject
 */
record SchemaReference(String name, String subject, int version) {
  SubjectVersion target() {
    return new SubjectVersion(subject, version);
  }
}
