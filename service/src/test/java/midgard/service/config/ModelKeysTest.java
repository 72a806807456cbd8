package midgard.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import midgard.service.models.ModelsConfig;
import midgard.service.models.Price;
import midgard.service.models.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelKeysTest {
  @TempDir Path folder;

  private ModelsConfig read(Map<String, String> values) {
    return ServiceConfig.read(Sources.of(values, folder)).models();
  }

  @Test
  void shouldAskNoModelWhenNoKeyIsSet() {
    ModelsConfig models = read(Map.of("DEFAULT_LLM_PROVIDER", "xai"));

    assertThat(models.enabled()).isFalse();
    assertThat(models.dailyBudgetMicroUsd()).isEqualTo(40_000_000);
    assertThat(models.cacheFor()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void shouldAskTheDefaultFirstAndThenTheOthersInTheirOrderWhenTheyHaveKeys() {
    ModelsConfig models =
        read(
            Map.of(
                "DEFAULT_LLM_PROVIDER", "groq",
                "DEFAULT_LLM_MODEL", "llama-3.1-8b-instant",
                "GROQ_API_KEY", "g",
                "XAI_API_KEY", "x",
                "ANTHROPIC_API_KEY", "a"));

    assertThat(models.endpoints())
        .extracting(ModelsConfig.Endpoint::provider)
        .containsExactly(Provider.GROQ, Provider.ANTHROPIC, Provider.XAI);
    assertThat(models.endpoints().get(0).model()).isEqualTo("llama-3.1-8b-instant");
    assertThat(models.endpoints().get(0).price()).isEqualTo(Price.ofUsd(.05, .08));
    assertThat(models.endpoints().get(1).model()).isEqualTo(Provider.ANTHROPIC.model());
  }

  @Test
  void shouldTakeAddressModelAndPriceWhenTheyAreSet() {
    ModelsConfig.Endpoint endpoint =
        read(Map.of(
                "OPENAI_API_KEY", "o",
                "OPENAI_BASE_URL", "http://127.0.0.1:9999/v1",
                "OPENAI_MODEL", "local",
                "OPENAI_PRICE_INPUT", "0",
                "OPENAI_PRICE_OUTPUT", "0.5"))
            .endpoints()
            .get(0);

    assertThat(endpoint.baseUrl()).isEqualTo("http://127.0.0.1:9999/v1");
    assertThat(endpoint.model()).isEqualTo("local");
    assertThat(endpoint.price()).isEqualTo(Price.ofUsd(0, .5));
  }

  @Test
  void shouldShowNoKeyWhenTheSettingsAreShown() {
    ServiceConfig config =
        ServiceConfig.read(Sources.of(Map.of("XAI_API_KEY", "xai-secret"), folder));

    assertThat(config.toString()).doesNotContain("xai-secret");
    assertThat(config.effective())
        .filteredOn(setting -> setting.key().equals("XAI_API_KEY"))
        .singleElement()
        .satisfies(setting -> assertThat(setting.value()).isEqualTo("****"))
        .satisfies(setting -> assertThat(setting.used()).isTrue());
  }

  @Test
  void shouldRefuseWhenTheLedgerIsSwitchedOffAndMoneyCouldBeSpent() {
    Map<String, String> off = Map.of("LLM_COST_LEDGER_ENABLED", "false");

    assertThat(read(off).enabled()).isFalse();
    assertThatThrownBy(
            () -> read(Map.of("LLM_COST_LEDGER_ENABLED", "false", "XAI_API_KEY", "xai-secret")))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .asString()
                    .startsWith("LLM_COST_LEDGER_ENABLED is false")
                    .doesNotContain("xai-secret"));
  }

  @Test
  void shouldRefuseWhenAValueIsNotOfItsForm() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "DEFAULT_LLM_PROVIDER", "skynet",
                        "LLM_OPTIMIZATION_MODE", "thrifty",
                        "LLM_DAILY_BUDGET_USD", "-1",
                        "GROQ_BASE_URL", "groq.com")))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e -> assertThat(e.problems()).hasSize(4).allMatch(line -> line.contains("must be")));
    assertThat(List.of(ModelsConfig.Bounds.of("quality"), ModelsConfig.Bounds.of("aggressive")))
        .containsExactly(new ModelsConfig.Bounds(200, 400), new ModelsConfig.Bounds(400, 700));
  }
}
