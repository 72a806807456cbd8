package midgard.service.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import midgard.service.models.ApiKey;
import midgard.service.models.ModelsConfig;
import midgard.service.models.Price;
import midgard.service.models.PriceTable;
import midgard.service.models.Provider;

/**
 * The keys of language models. With no provider's key they are read, checked and without effect.
 */
final class ModelKeys {
  private static final long MICRO = 1_000_000;

  private ModelKeys() {}

  static ModelsConfig read(SettingsReader in) {
    Provider first =
        in.choice(
            "DEFAULT_LLM_PROVIDER",
            Provider.DEEPSEEK,
            Provider.class,
            "Which language model provider is asked first; the others with a key stand in for it.");
    String model =
        in.text(
            "DEFAULT_LLM_MODEL",
            "",
            "The first provider's model; not set: that provider's default.");
    List<ModelsConfig.Endpoint> endpoints = new ArrayList<>();
    Provider.all().stream()
        .sorted(Comparator.comparing(provider -> provider != first))
        .forEach(provider -> read(in, provider, provider == first ? model : "", endpoints));
    ModelsConfig.Bounds bounds =
        ModelsConfig.Bounds.of(
            in.choice(
                "LLM_OPTIMIZATION_MODE",
                "balanced",
                List.of("aggressive", "balanced", "quality"),
                "How hard a question must be to be asked: aggressive saves most, quality least."));
    boolean cached =
        in.flag("DECISION_CACHE_ENABLED", true, "Whether models' answers are kept in Redis.");
    long cacheSeconds =
        in.number("DECISION_CACHE_TTL", 3600, 1, 2_592_000, "Seconds that an answer is kept.");
    boolean batches =
        in.flag(
            "DECISION_BATCH_ENABLED", true, "Whether questions that can wait are put together.");
    boolean instant =
        in.flag(
            "INSTANT_RESPONSE_ENABLED", true, "Whether instant questions have calls of their own.");
    long workers =
        in.number(
            "INSTANT_RESPONSE_MAX_CONCURRENT", 10, 1, 100, "Instant questions asked at one time.");
    double budget =
        in.fraction(
            "LLM_DAILY_BUDGET_USD", 40, 0, 100_000, "Most that language models may cost in a day.");
    return new ModelsConfig(
        List.copyOf(endpoints),
        bounds,
        cached ? Duration.ofSeconds(cacheSeconds) : Duration.ZERO,
        batches,
        instant ? (int) workers : 0,
        Math.round(budget * MICRO));
  }

  private static void read(
      SettingsReader in, Provider provider, String model, List<ModelsConfig.Endpoint> endpoints) {
    String name = provider.name();
    String key =
        in.text(name + "_API_KEY", "", "Key of " + provider.id() + "; not set: it is not asked.");
    String url =
        in.text(
            name + "_BASE_URL",
            provider.baseUrl(),
            "https?://\\S+",
            "a URL that starts with http:// or https://",
            "Where " + provider.id() + " is reached.");
    String asked =
        in.text(
            name + "_MODEL",
            model.isEmpty() ? provider.model() : model,
            "Which model of " + provider.id() + " is asked.");
    Price known = PriceTable.of(provider, asked);
    Price price =
        Price.ofUsd(
            price(in, name + "_PRICE_INPUT", known.inputMicroUsd(), "sent to"),
            price(in, name + "_PRICE_OUTPUT", known.outputMicroUsd(), "written by"));
    if (!key.isEmpty()) {
      endpoints.add(new ModelsConfig.Endpoint(provider, new ApiKey(key), url, asked, price));
    }
  }

  private static double price(SettingsReader in, String key, long known, String direction) {
    return in.fraction(
        key,
        (double) known / MICRO,
        0,
        10_000,
        "USD for a million tokens " + direction + " that provider's model.");
  }
}
