package midgard.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the database is and who logs in, in the form that JDBC wants. The password is kept apart
 * from the address and never appears in {@link #toString()}.
 *
 * @param jdbc address without user and password
 * @param user empty when the address names none
 * @param password empty when the address has none
 */
public record DatabaseUrl(String jdbc, String user, String password) {
  private static final String JDBC = "jdbc:postgresql:";
  private static final String WANTED =
      "Write postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database.";

  /** A password may hold an unescaped @, so the last one divides; a host in brackets is IPv6. */
  private static final Pattern URL =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<login>.*)@)?(?<host>\\[[^\\]]+\\]|[^@:/?#]+)(?::(?<port>\\d+))?/(?<database>[^/?#]+)(?:\\?(?<options>[^#]*))?");

  /**
   * Reads {@code postgresql://user:password@host:port/database?options}, its short form {@code
   * postgres://}, or a {@code jdbc:postgresql:} URL. User, password and database name of the first
   * two may be percent-encoded.
   *
   * @throws IllegalArgumentException when it is none of them; the message does not show the
   *     password
   */
  public static DatabaseUrl parse(String text) {
    String url = text.strip();
    if (url.startsWith(JDBC)) {
      return fromJdbc(url);
    }
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "The database URL%s is not understood. %s".formatted(scheme(url), WANTED));
    }
    String login = matcher.group("login") == null ? "" : matcher.group("login");
    int colon = login.indexOf(':');
    String address =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                matcher.group("host"),
                matcher.group("port") == null ? "5432" : matcher.group("port"),
                matcher.group("database"));
    DatabaseUrl inOptions = withoutLogin(address, matcher.group("options"));
    return new DatabaseUrl(
        inOptions.jdbc,
        login.isEmpty() ? inOptions.user : decode(colon < 0 ? login : login.substring(0, colon)),
        colon < 0 ? inOptions.password : decode(login.substring(colon + 1)));
  }

  private static DatabaseUrl fromJdbc(String url) {
    int question = url.indexOf('?');
    return question < 0
        ? new DatabaseUrl(url, "", "")
        : withoutLogin(url.substring(0, question), url.substring(question + 1));
  }

  private static DatabaseUrl withoutLogin(String address, String options) {
    String user = "";
    String password = "";
    List<String> kept = new ArrayList<>();
    for (String option : options == null ? new String[0] : options.split("&")) {
      if (option.startsWith("user=")) {
        user = decode(option.substring("user=".length()));
      } else if (option.startsWith("password=")) {
        password = decode(option.substring("password=".length()));
      } else if (!option.isEmpty()) {
        kept.add(option);
      }
    }
    String jdbc = kept.isEmpty() ? address : address + "?" + String.join("&", kept);
    return new DatabaseUrl(jdbc, user, password);
  }

  /** A plus stands for itself here, unlike in a form; a stray percent sign is taken as written. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String scheme(String url) {
    int colon = url.indexOf("://");
    return colon < 0 ? "" : " of the kind " + url.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return user.isEmpty() ? jdbc : jdbc + " as " + user;
  }
}
