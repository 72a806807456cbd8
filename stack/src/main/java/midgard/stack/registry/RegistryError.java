package midgard.stack.registry;

/** An error with Confluent's code, whose first three digits are the HTTP status. */
final class RegistryError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  private RegistryError(int code, String message) {
    super(message);
    this.code = code;
  }

  private RegistryError(int code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  int code() {
    return code;
  }

  int status() {
    return code > 999 ? code / 100 : code;
  }

  static RegistryError subjectNotFound(String subject) {
    return new RegistryError(40401, "Subject '" + subject + "' not found.");
  }

  static RegistryError versionNotFound(int version) {
    return new RegistryError(40402, "Version " + version + " not found.");
  }

  static RegistryError schemaNotFound() {
    return new RegistryError(40403, "Schema not found");
  }

  static RegistryError schemaNotFound(int id) {
    return new RegistryError(40403, "Schema " + id + " not found");
  }

  static RegistryError subjectSoftDeleted(String subject) {
    return new RegistryError(
        40404,
        "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
  }

  static RegistryError subjectNotSoftDeleted(String subject) {
    return new RegistryError(
        40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
  }

  static RegistryError versionSoftDeleted(SubjectVersion key) {
    return new RegistryError(
        40406,
        "Subject '%s' Version %d was soft deleted. Set permanent=true to delete permanently"
            .formatted(key.subject(), key.version()));
  }

  static RegistryError versionNotSoftDeleted(SubjectVersion key) {
    return new RegistryError(
        40407,
        "Subject '%s' Version %d was not deleted first before being permanently deleted"
            .formatted(key.subject(), key.version()));
  }

  static RegistryError noCompatibilityOf(String subject) {
    return new RegistryError(
        40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryError noModeOf(String subject) {
    return new RegistryError(
        40409, "Subject '" + subject + "' does not have subject-level mode configured");
  }

  static RegistryError incompatible(String subject, Object details) {
    return new RegistryError(
        409,
        "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"
            .formatted(subject, details));
  }

  static RegistryError invalidSchema(String message) {
    return new RegistryError(42201, message);
  }

  static RegistryError invalidVersion(String version) {
    return new RegistryError(
        42202,
        "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\""
            .formatted(version));
  }

  static RegistryError invalidCompatibility(String message) {
    return new RegistryError(42203, message);
  }

  static RegistryError invalidMode(String message) {
    return new RegistryError(42204, message);
  }

  static RegistryError notPermitted(String message) {
    return new RegistryError(42205, message);
  }

  static RegistryError referenceExists(SubjectVersion key) {
    return new RegistryError(
        42206, "One or more references exist to the schema " + key + ". Delete those first.");
  }

  static RegistryError idTaken(int id) {
    return new RegistryError(
        42207, "Id " + id + " belongs to another schema and cannot be given to this one");
  }

  static RegistryError invalidSubject(String subject) {
    return new RegistryError(
        42208,
        "The specified subject '%s' is not a valid subject: it must not be blank, hold control characters or name a context (':.')"
            .formatted(subject));
  }

  static RegistryError schemaTooLarge(Throwable cause) {
    return new RegistryError(42209, "The schema is too large for the topic", cause);
  }

  static RegistryError storeFailed(Throwable cause) {
    return new RegistryError(
        50001, "The topic of the registry does not answer: " + cause.getMessage(), cause);
  }

  static RegistryError badRequest(String message) {
    return new RegistryError(400, message);
  }

  static RegistryError unprocessable(String message) {
    return new RegistryError(422, message);
  }

  static RegistryError unsupportedMediaType(String type) {
    return new RegistryError(
        415, "Content type " + type + " is not supported; send " + RegistryJson.CONTENT_TYPE);
  }
}
