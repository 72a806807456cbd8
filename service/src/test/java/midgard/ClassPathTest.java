package midgard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry client's jar holds old copies of other libraries; none of them may be used. */
class ClassPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.commons.io.IOUtils",
        "org.apache.commons.lang3.StringUtils",
        "com.github.luben.zstd.Zstd",
        "org.xerial.snappy.Snappy",
        "org.yaml.snakeyaml.Yaml"
      })
  void shouldTakeALibraryFromItsOwnJarWhenAnotherHoldsACopy(String name) throws Exception {
    String jar =
        Class.forName(name, false, getClass().getClassLoader())
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString();

    assertThat(jar).doesNotContain("flink");
  }
}
