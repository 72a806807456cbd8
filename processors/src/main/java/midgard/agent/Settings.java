package midgard.agent;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where an agent reads its configuration. Each key is asked for by name, with its default, its
 * range and what it means to an operator, when the agent is made; so the agent's package is the
 * only place that knows them.
 */
public interface Settings {
  /** Every key at its default, in UTC, with no language model. */
  Settings DEFAULTS =
      new Settings() {
        @Override
        public long number(String key, long otherwise, long min, long max, String meaning) {
          return otherwise;
        }

        @Override
        public double fraction(
            String key, double otherwise, double min, double max, String meaning) {
          return otherwise;
        }

        @Override
        public boolean flag(String key, boolean otherwise, String meaning) {
          return otherwise;
        }

        @Override
        public String choice(String key, String otherwise, List<String> choices, String meaning) {
          return otherwise;
        }

        @Override
        public List<Long> numbers(
            String key, List<Long> otherwise, long min, long max, String meaning) {
          return otherwise;
        }

        @Override
        public ZoneId zone() {
          return ZoneOffset.UTC;
        }

        @Override
        public boolean languageModel() {
          return false;
        }
      };

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException when what is set is no number or lies outside the range; so do
   *     all the others
   */
  long number(String key, long otherwise, long min, long max, String meaning);

  /** A number like .05; rules turn it into whole parts of a million at once. */
  double fraction(String key, double otherwise, double min, double max, String meaning);

  boolean flag(String key, boolean otherwise, String meaning);

  /** One of a few words. */
  String choice(String key, String otherwise, List<String> choices, String meaning);

  /** As many whole numbers as the default has, separated by commas, ascending. */
  List<Long> numbers(String key, List<Long> otherwise, long min, long max, String meaning);

  /** The time zone of all day boundaries ({@code WORLD_TIME_ZONE}). */
  ZoneId zone();

  /** Whether any language model may be asked: a provider's key is set. */
  boolean languageModel();
}
