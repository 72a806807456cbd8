package midgard.service.deploy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of a scrape: each name with the labels that its series carry. */
record Exposition(Map<String, Set<String>> labelsByName) {
  private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(\\{.*})? \\S+$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  /** A name before a selector, a range or the end of an operand; not one before a parenthesis. */
  private static final Pattern SELECTOR =
      Pattern.compile("\\b((?:midgard|kafka|jvm|process)_\\w+|up)\\b(?:\\{([^}]*)})?");

  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

  static Exposition of(String text) {
    Map<String, Set<String>> labels = new TreeMap<>();
    text.lines()
        .map(SAMPLE::matcher)
        .filter(Matcher::matches)
        .forEach(
            sample -> {
              Set<String> found = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
              if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(l -> found.add(l.group(1)));
              }
            });
    // Prometheus itself adds these: whether a target answers, and which it is.
    labels.put("up", Set.of("job", "instance"));
    return new Exposition(labels);
  }

  /** The metrics and labels that an expression names and that are not in this scrape. */
  Set<String> missing(String expression) {
    Set<String> missing = new TreeSet<>();
    Matcher selector = SELECTOR.matcher(expression);
    while (selector.find()) {
      Set<String> labels = labelsByName.get(selector.group(1));
      if (labels == null) {
        missing.add(selector.group(1));
      } else if (selector.group(2) != null) {
        MATCHER
            .matcher(selector.group(2).replaceAll("\"[^\"]*\"", "\"\""))
            .results()
            .map(label -> label.group(1))
            .filter(label -> !labels.contains(label))
            .forEach(label -> missing.add(selector.group(1) + "{" + label + "}"));
      }
    }
    return missing;
  }

  /** Whether an expression names any metric of ours at all. */
  static boolean namesAny(String expression) {
    return SELECTOR.matcher(expression).find();
  }
}
