package midgard.service.config;

import java.util.regex.Pattern;

/** Takes out of a value what must not be seen. */
public final class Secrets {
  private static final String MASK = "****";
  private static final Pattern SECRET_KEY =
      Pattern.compile(".*(API_KEY|PASSWORD|SECRET|TOKEN)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)([^/?#@\\s]*?)(:[^/?#\\s]*)?@");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)(password|passwd|sslpassword|secret|token|api_?key)=([^&\\s]*)");

  private Secrets() {}

  /**
   * The value as it may be shown: all of a key's or password's, the password part of a URL's user
   * information and parameters.
   */
  public static String mask(String key, String value) {
    if (value.isEmpty()) {
      return value;
    }
    return SECRET_KEY.matcher(key).matches() ? MASK : maskUrls(value);
  }

  /** Masks the passwords of every URL in a text. */
  public static String maskUrls(String text) {
    String withoutPasswords =
        USER_INFO
            .matcher(text)
            .replaceAll(
                match ->
                    match.group(2) == null
                        ? match.group().replace("$", "\\$")
                        : java.util.regex.Matcher.quoteReplacement(
                            match.group(1) + ":" + MASK + "@"));
    return PARAMETER.matcher(withoutPasswords).replaceAll("$1=" + MASK);
  }
}
