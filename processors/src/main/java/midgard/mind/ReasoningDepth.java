package midgard.mind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import midgard.agent.Settings;

/** How far is looked before something is decided (domain reference 6.4). */
public enum ReasoningDepth {
  /** What is now. */
  SHALLOW(200),
  /** And what was. */
  MEDIUM(500),
  /** And what will be. */
  DEEP(900);

  private final int complexityMilli;

  ReasoningDepth(int complexityMilli) {
    this.complexityMilli = complexityMilli;
  }

  /** What it adds to the complexity of a decision before weighing, 0 to 1000. */
  public int complexityMilli() {
    return complexityMilli;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReasoningDepth of(Settings settings) {
    List<String> words = Arrays.stream(values()).map(ReasoningDepth::id).toList();
    return valueOf(
        settings
            .choice(
                "REASONING_DEPTH",
                DEEP.id(),
                words,
                "How far is looked before something is decided: now, the past too, the future too.")
            .toUpperCase(Locale.ROOT));
  }
}
