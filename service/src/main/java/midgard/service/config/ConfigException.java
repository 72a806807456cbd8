package midgard.service.config;

import java.util.List;

/** Settings that cannot be used: all of them at once, one line each, ready for people. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public ConfigException(List<String> problems) {
    super(String.join("\n", problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** One line per setting: its key, what it is set to, and what would be right. */
  public List<String> problems() {
    return problems;
  }
}
