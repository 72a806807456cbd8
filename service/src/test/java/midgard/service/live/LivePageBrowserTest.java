package midgard.service.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RunningService.class)
class LivePageBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void shouldShowTheLivingWorldWithoutComplaintWhenABrowserOpensIt(
      Service service, @TempDir Path profile) throws Exception {
    Optional<Path> browser = HeadlessChromium.binary();
    assumeTrue(browser.isPresent(), "no Chromium is installed; the page is not tried in a browser");
    try (HeadlessChromium chromium = HeadlessChromium.start(browser.get(), profile)) {
      chromium.viewport(390, 844, true);
      chromium.open(service.dashboardUrl() + "/");

      await()
          .atMost(PATIENCE)
          .until(
              () -> chromium.read("document.querySelector('#connection').dataset.state"),
              "live"::equals);
      assertThat(chromium.read("String(document.querySelectorAll('#agents li').length)"))
          .isEqualTo("21");

      login(service);
      await()
          .atMost(PATIENCE)
          .until(
              () -> chromium.read("document.querySelector('#stream .log').textContent"),
              text -> text.contains("<b>Ask</b>"));
      assertThat(chromium.read("String(document.querySelectorAll('#stream .log b').length > 0)"))
          .isEqualTo("true");
      assertThat(chromium.read("String(document.documentElement.scrollWidth)")).isEqualTo("390");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private static void login(Service service) throws Exception {
    Http.post(
        service.url() + "/api/v1/events/dispatch",
        "application/json",
        """
        {"events":[{"event_type":"player_login","player_id":990031,"player_name":"<b>Ask</b>",
          "map":"prontera","timestamp":%d,"server_id":"browser-test"}]}"""
            .formatted(Instant.now().toEpochMilli()));
  }
}
