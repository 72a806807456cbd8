package midgard.service.produce;

/**
 * What the Confluent REST Proxy (API v2) answers when it cannot take a request: a status of HTTP
 * and a code of its own, {@code {"error_code": 40401, "message": "..."}}.
 */
final class RestProxyError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Codes by the REST Proxy's API reference; the first three digits are the status. */
  enum Code {
    BAD_REQUEST(400),
    TOPIC_NOT_ALLOWED(40301),
    TOPIC_NOT_FOUND(40401),
    NOT_ACCEPTABLE(406),
    SCHEMA_LOOKUP_FAILED(40801),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    UNPROCESSABLE(422),
    KEY_SCHEMA_MISSING(42201),
    VALUE_SCHEMA_MISSING(42202),
    CONVERSION_FAILED(42203),
    INVALID_SCHEMA(42205),
    KAFKA_ERROR(50002),
    KAFKA_RETRIABLE_ERROR(50003),
    NOT_AVAILABLE(50302);

    private final int number;

    Code(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    int status() {
      return number < 1000 ? number : number / 100;
    }
  }

  private final Code code;

  RestProxyError(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  Code code() {
    return code;
  }
}
