package midgard.service.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import midgard.agent.Settings;

/**
 * Reads settings by key, keeps how each took effect, and collects what is wrong instead of stopping
 * at the first: a value that cannot be used is answered by the default here, and {@link #check}
 * then refuses them all together.
 */
final class SettingsReader implements Settings {
  /** With any of them set, agents may ask a language model. */
  static final List<String> MODEL_KEYS =
      List.of(
          "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "DEEPSEEK_API_KEY", "GROQ_API_KEY", "XAI_API_KEY");

  private final Sources sources;
  private final Map<String, EffectiveSetting> effective = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private ZoneId zone = java.time.ZoneOffset.UTC;

  SettingsReader(Sources sources) {
    this.sources = sources;
  }

  String text(String key, String otherwise, String meaning) {
    return read(key, otherwise, meaning, "text", value -> value, value -> value);
  }

  /** Text of a limited form. */
  String text(String key, String otherwise, String pattern, String right, String meaning) {
    return read(key, otherwise, meaning, right, v -> v.matches(pattern) ? v : null, value -> value);
  }

  @Override
  public boolean flag(String key, boolean otherwise, String meaning) {
    return read(
        key,
        otherwise,
        meaning,
        "true or false",
        value ->
            switch (value.toLowerCase(Locale.ROOT)) {
              case "true", "yes", "on", "1" -> true;
              case "false", "no", "off", "0" -> false;
              default -> null;
            },
        String::valueOf);
  }

  /** A TCP port; 0 lets the system choose a free one. */
  int port(String key, int otherwise, String meaning) {
    return (int) number(key, otherwise, 0, 65_535, meaning);
  }

  @Override
  public long number(String key, long otherwise, long min, long max, String meaning) {
    return read(
        key,
        otherwise,
        meaning,
        "a whole number from " + min + " to " + max,
        value -> {
          long number = Long.parseLong(value);
          return number >= min && number <= max ? number : null;
        },
        String::valueOf);
  }

  @Override
  public double fraction(String key, double otherwise, double min, double max, String meaning) {
    return read(
        key,
        otherwise,
        meaning,
        "a number from " + min + " to " + max,
        value -> {
          double number = Double.parseDouble(value);
          return number >= min && number <= max ? number : null;
        },
        String::valueOf);
  }

  <E extends Enum<E>> E choice(String key, E otherwise, Class<E> type, String meaning) {
    String names =
        String.join(
            ", ",
            java.util.Arrays.stream(type.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList());
    return read(
        key,
        otherwise,
        meaning,
        "one of " + names,
        value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)),
        value -> value.name().toLowerCase(Locale.ROOT));
  }

  Path path(String key, Path otherwise, String meaning) {
    return read(key, otherwise, meaning, "a path", Path::of, Path::toString);
  }

  /** The zone of day boundaries, which agents ask for too. */
  ZoneId zone(String key, String meaning) {
    zone =
        read(
            key,
            zone,
            meaning,
            "a time zone, like UTC or Europe/Berlin",
            ZoneId::of,
            ZoneId::getId);
    return zone;
  }

  /** A key of the requirement that is accepted and means nothing here. */
  void unused(String key, String why) {
    Optional<Sources.Found> found = sources.find(key);
    effective.put(
        key,
        new EffectiveSetting(
            key,
            found.map(f -> Secrets.mask(key, f.value())).orElse(""),
            found.map(Sources.Found::source).orElse(""),
            why,
            false));
  }

  @Override
  public String choice(String key, String otherwise, List<String> choices, String meaning) {
    return read(
        key,
        otherwise,
        meaning,
        "one of " + String.join(", ", choices),
        value ->
            choices.contains(value.toLowerCase(Locale.ROOT))
                ? value.toLowerCase(Locale.ROOT)
                : null,
        value -> value);
  }

  @Override
  public List<Long> numbers(String key, List<Long> otherwise, long min, long max, String meaning) {
    return read(
        key,
        otherwise,
        meaning,
        "%d whole numbers from %d to %d, ascending, separated by commas"
            .formatted(otherwise.size(), min, max),
        value -> {
          List<Long> numbers =
              Arrays.stream(value.split(",")).map(String::strip).map(Long::valueOf).toList();
          boolean right =
              numbers.size() == otherwise.size()
                  && numbers.equals(numbers.stream().sorted().distinct().toList())
                  && numbers.stream().allMatch(number -> number >= min && number <= max);
          return right ? numbers : null;
        },
        value -> value.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  @Override
  public boolean languageModel() {
    return MODEL_KEYS.stream().anyMatch(key -> sources.find(key).isPresent());
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  /** Notes something wrong that is no single value's fault. */
  void problem(String line) {
    problems.add(line);
  }

  /**
   * @throws ConfigException when any value could not be used
   */
  void check() {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  List<EffectiveSetting> effective() {
    return List.copyOf(effective.values());
  }

  /** Keys of the .env file that nobody asked for: usually slips of the pen. */
  List<String> unknownKeys() {
    TreeSet<String> unknown = new TreeSet<>(sources.dotEnvKeys());
    unknown.removeAll(effective.keySet());
    return List.copyOf(unknown);
  }

  private <T> T read(
      String key,
      T otherwise,
      String meaning,
      String right,
      Function<String, T> parse,
      Function<T, String> show) {
    Optional<Sources.Found> found = sources.find(key);
    T value = otherwise;
    String source = "";
    if (found.isPresent()) {
      T parsed = parsed(found.get().value(), parse);
      if (parsed == null) {
        problems.add(
            "%s is \"%s\" (%s); it must be %s."
                .formatted(
                    key, Secrets.mask(key, found.get().value()), found.get().source(), right));
      } else {
        value = parsed;
        source = found.get().source();
      }
    }
    effective.put(
        key,
        new EffectiveSetting(key, Secrets.mask(key, show.apply(value)), source, meaning, true));
    return value;
  }

  private static <T> T parsed(String value, Function<String, T> parse) {
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      // NumberFormatException and InvalidPathException are IllegalArgumentExceptions.
      return null;
    }
  }
}
