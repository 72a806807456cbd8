package midgard.service.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml as it stands, and what of it the tests ask for. */
record Compose(Map<String, Object> all, String text) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** {@code ${NAME}}, {@code ${NAME:-default}} or {@code ${NAME:?message}}. */
  static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[-?][^}]*)?}");

  static Compose read() throws IOException {
    String text = Files.readString(ROOT.resolve("docker-compose.yml"));
    return new Compose(yaml(text), text);
  }

  /** A key that stands twice is refused: the first would be lost without a word. */
  static Map<String, Object> yaml(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(new SafeConstructor(options)).load(text);
  }

  Map<String, Map<String, Object>> services() {
    Map<String, Map<String, Object>> services = new TreeMap<>();
    map(all.get("services")).forEach((name, service) -> services.put(name, map(service)));
    return services;
  }

  /** A service's environment; null is a key that is passed on from {@code .env}. */
  Map<String, Object> environment(String service) {
    return map(services().get(service).get("environment"));
  }

  /** Every variable that {@code .env} is asked for, those passed on by their key alone too. */
  TreeSet<String> variables() {
    TreeSet<String> names = new TreeSet<>();
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    for (String service : services().keySet()) {
      environment(service).forEach((key, value) -> addIfPassedOn(names, key, value));
    }
    return names;
  }

  private static void addIfPassedOn(TreeSet<String> names, String key, Object value) {
    if (value == null) {
      names.add(key);
    }
  }

  /** A value with its variables filled in, as the engine would. */
  static String resolved(String value, Map<String, String> variables) {
    return VARIABLE
        .matcher(value)
        .replaceAll(
            found -> {
              String set = variables.get(found.group(1));
              String otherwise = found.group(2) == null ? "" : found.group(2).substring(2);
              return Matcher.quoteReplacement(set == null ? otherwise : set);
            });
  }

  /** The lists of a service's key, as texts; empty when it has none. */
  static List<String> list(Map<String, Object> service, String key) {
    List<String> texts = new ArrayList<>();
    if (service.get(key) instanceof List<?> list) {
      list.forEach(entry -> texts.add(String.valueOf(entry)));
    }
    return texts;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? new LinkedHashMap<>() : (Map<String, Object>) value;
  }
}
