package midgard.service.config;

/**
 * One key as it took effect.
 *
 * @param value ready to be shown: secrets are masked
 * @param source where the value came from; empty for the default
 * @param meaning one line for people; for a key without effect the reason
 * @param used false for a key of the requirement that is accepted but means nothing here
 */
public record EffectiveSetting(
    String key, String value, String source, String meaning, boolean used) {

  public boolean isDefault() {
    return source.isEmpty();
  }
}
