package midgard.service.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class LivePageTest {
  private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");
  private static final Pattern IMPORTED = Pattern.compile("from '\\./([^']+)'");

  @Test
  void shouldAllowNothingButItselfWhenThePageIsServed(Service service) throws Exception {
    Http.Answer page = Http.get(service.dashboardUrl() + "/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'self';")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void shouldHoldNoInlineScriptOrStyleWhenThePageIsServed(Service service) throws Exception {
    String page = Http.get(service.dashboardUrl() + "/").text();

    assertThat(page).doesNotContainPattern("<script(?![^>]*\\bsrc=)[^>]*>");
    assertThat(page).doesNotContainPattern("(?i)\\s(on[a-z]+|style)\\s*=");
    assertThat(page).doesNotContain("<style");
  }

  @Test
  void shouldServeEveryFileThatThePageNamesWhenFollowed(Service service) throws Exception {
    String page = Http.get(service.dashboardUrl() + "/").text();
    List<String> files = LINKED.matcher(page).results().map(found -> found.group(1)).toList();

    assertThat(files).contains("css/base.css", "js/main.js");
    for (String file : files) {
      assertThat(file).doesNotContain("//");
      assertThat(Http.get(service.dashboardUrl() + "/" + file).status()).as(file).isEqualTo(200);
    }
  }

  @Test
  void shouldPutTextInAsTextOnlyWhenScriptsDraw(Service service) throws Exception {
    String main = Http.get(service.dashboardUrl() + "/js/main.js").text();
    Matcher imported = IMPORTED.matcher(main);

    int seen = 0;
    while (imported.find()) {
      Http.Answer script = Http.get(service.dashboardUrl() + "/js/" + imported.group(1));
      assertThat(script.status()).isEqualTo(200);
      assertThat(script.contentType()).contains("javascript");
      assertThat(script.text())
          .doesNotContain(
              "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
      seen++;
    }
    assertThat(seen).isGreaterThan(8);
  }
}
