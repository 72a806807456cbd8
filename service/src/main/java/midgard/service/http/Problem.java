package midgard.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What went wrong with a request, in the form of RFC 9457.
 *
 * @param type {@code about:blank}: the status says all about the kind
 * @param title the status in words
 * @param status of HTTP
 * @param detail what is wrong with this request and what would be right
 * @param instance the path that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance) {
  public static final String CONTENT_TYPE = "application/problem+json";
}
