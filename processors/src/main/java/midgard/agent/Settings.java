package midgard.agent;

import java.time.ZoneId;

/**
 * Where an agent reads its configuration. Each key is asked for by name, with its default and its
 * range, when the agent is made; so the agent's package is the only place that knows them.
 */
public interface Settings {
  /** Every key at its default, in UTC. */
  Settings DEFAULTS =
      new Settings() {
        @Override
        public long number(String key, long otherwise, long min, long max) {
          return otherwise;
        }

        @Override
        public ZoneId zone() {
          return java.time.ZoneOffset.UTC;
        }
      };

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException when what is set is no number or lies outside the range
   */
  long number(String key, long otherwise, long min, long max);

  /** The time zone of all day boundaries ({@code WORLD_TIME_ZONE}). */
  ZoneId zone();
}
