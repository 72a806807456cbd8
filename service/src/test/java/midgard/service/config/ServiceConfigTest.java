package midgard.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import midgard.agent.AgentName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceConfigTest {
  @TempDir Path folder;

  private ServiceConfig read(Map<String, String> values) {
    return ServiceConfig.read(Sources.of(values, folder));
  }

  private List<String> problems(Map<String, String> values) {
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(values));
    assertThat(e).as("the settings %s", values).isNotNull();
    return e.problems();
  }

  private static EffectiveSetting setting(ServiceConfig config, String key) {
    return config.effective().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void shouldListenOnThisComputerOnlyWhenNothingIsSet() {
    // When
    ServiceConfig config = read(Map.of());

    // Then
    assertThat(config.http().host()).isEqualTo("127.0.0.1");
    assertThat(config.http().port()).isEqualTo(8000);
    assertThat(config.http().dashboardPort()).isEqualTo(3000);
    assertThat(config.storage().dataDir()).isEqualTo(Path.of("data"));
    assertThat(config.world().inboxRetention()).isEqualTo(Duration.ofDays(7));
    assertThat(config.world().disabled()).isEmpty();
    assertThat(config.external().kafka()).isEmpty();
  }

  @Test
  void shouldHonourTheRequirementsNamesWhenTheyAreSet() {
    // When
    ServiceConfig config =
        read(
            Map.of(
                "AI_SERVICE_HOST", "0.0.0.0",
                "AI_SERVICE_PORT", "8123",
                "DATABASE_URL", "postgresql://u:p@192.168.0.100:5432/ai_world_memory",
                "REDIS_URL", "redis://192.168.0.100:6379/0",
                "LOG_LEVEL", "WARNING",
                "CONNECTION_POOL_SIZE", "7",
                "WORLD_TIME_ZONE", "Europe/Berlin"));

    // Then
    assertThat(config.http().host()).isEqualTo("0.0.0.0");
    assertThat(config.http().port()).isEqualTo(8123);
    assertThat(config.external().database()).startsWith("postgresql://u:p@");
    assertThat(config.external().redis()).isEqualTo("redis://192.168.0.100:6379/0");
    assertThat(config.logging().level()).isEqualTo(ServiceConfig.LogLevel.WARNING);
    assertThat(config.storage().databaseConnections()).isEqualTo(7);
    assertThat(config.world().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @ParameterizedTest
  @EnumSource(AgentName.class)
  void shouldSwitchOneAgentOffWhenItsFlagSaysSo(AgentName name) {
    // When
    ServiceConfig config = read(Map.of(name.flag(), "false"));

    // Then
    assertThat(config.world().disabled()).containsExactly(name);
  }

  @Test
  void shouldNameEveryBadValueWhenThereAreSeveral() {
    // When
    List<String> problems =
        problems(
            Map.of(
                "AI_SERVICE_PORT", "eight",
                "STREAM_THREADS", "0",
                "WORLD_TIME_ZONE", "Mars/Olympus",
                "CLOCK_SOURCE", "sundial",
                "KARMA_AGENT_ENABLED", "maybe",
                "REPUTATION_DAILY_CAP", "-3"));

    // Then
    assertThat(problems)
        .hasSize(6)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("AI_SERVICE_PORT is \"eight\"")
                    .endsWith("it must be a whole number from 0 to 65535."))
        .anySatisfy(line -> assertThat(line).contains("STREAM_THREADS", "from 1 to 64"))
        .anySatisfy(line -> assertThat(line).contains("WORLD_TIME_ZONE", "Europe/Berlin"))
        .anySatisfy(line -> assertThat(line).contains("CLOCK_SOURCE", "one of wall, feed"))
        .anySatisfy(line -> assertThat(line).contains("KARMA_AGENT_ENABLED", "true or false"))
        .anySatisfy(line -> assertThat(line).contains("REPUTATION_DAILY_CAP"));
  }

  @ParameterizedTest
  @CsvSource({
    "KAFKA_BOOTSTRAP_SERVERS,kafka",
    "SCHEMA_REGISTRY_URL,registry:8081",
    "DATABASE_URL,mysql://host/db",
    "REDIS_URL,localhost:6379",
    "WORLD_NAME,a b",
    "TOPIC_PARTITIONS,1.5",
    "INBOX_RETENTION_DAYS,0",
    "DEMO_SPEED,NaN",
    "APPLICATION_SERVER,me"
  })
  void shouldRefuseWhenAValueIsNotOfItsForm(String key, String value) {
    assertThat(problems(Map.of(key, value))).singleElement().asString().startsWith(key + " is ");
  }

  @Test
  void shouldRefuseWhenTwoServersHaveOnePort() {
    assertThat(problems(Map.of("KAFKA_PORT", "9000", "REDIS_PORT", "9000")))
        .singleElement()
        .asString()
        .contains("KAFKA_PORT and REDIS_PORT are both 9000");
  }

  @Test
  void shouldMaskThePasswordWhenTheValueIsWrongToo() {
    assertThat(problems(Map.of("DATABASE_URL", "mysql://u:hunter2@h/d")))
        .singleElement()
        .asString()
        .doesNotContain("hunter2");
  }

  @Test
  void shouldShowAnAgentsOwnKeyWhenAnAgentReadsIt() {
    // When
    ServiceConfig config = read(Map.of("REPUTATION_DAILY_CAP", "600"));

    // Then
    assertThat(setting(config, "REPUTATION_DAILY_CAP").value()).isEqualTo("600");
  }

  @ParameterizedTest
  @CsvSource({"MAX_WORKERS,8", "GRAFANA_ENABLED,true", "CACHE_TTL_SECONDS,3600", "BATCH_SIZE,50"})
  void shouldAcceptAndSaySoWhenAKeyHasNoMeaning(String key, String value) {
    // When
    EffectiveSetting setting = setting(read(Map.of(key, value)), key);

    // Then
    assertThat(setting.used()).isFalse();
    assertThat(setting.value()).isEqualTo(value);
    assertThat(setting.meaning()).startsWith("No effect: ");
  }

  @Test
  void shouldReadTheDotEnvFileWhenThereIsOne() throws Exception {
    // Given
    Files.writeString(
        folder.resolve(".env"),
        "# ports\nAI_SERVICE_PORT=8222\nWORLD_NAME=\"prontera\"\nSTREAM_THREDS=2\n");

    // When
    ServiceConfig config = read(Map.of("DASHBOARD_PORT", "3333"));

    // Then
    assertThat(config.http().port()).isEqualTo(8222);
    assertThat(config.world().name()).isEqualTo("prontera");
    assertThat(setting(config, "AI_SERVICE_PORT").source()).isEqualTo(".env");
    assertThat(setting(config, "DASHBOARD_PORT").source()).isEqualTo("command line");
    assertThat(setting(config, "KAFKA_PORT").isDefault()).isTrue();
    assertThat(config.unknownKeys()).containsExactly("STREAM_THREDS");
  }

  @Test
  void shouldPreferTheCommandLineWhenBothSayIt() throws Exception {
    // Given
    Files.writeString(folder.resolve(".env"), "AI_SERVICE_PORT=8222\n");

    // Then
    assertThat(read(Map.of("AI_SERVICE_PORT", "8333")).http().port()).isEqualTo(8333);
  }
}
