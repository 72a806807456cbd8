package midgard.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayOptionsTest {
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    CommandLine line = MidgardCommand.commandLine();
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replay --from yesterday | it must be an offset such as 4711, or a time with its zone",
        "replay --until 2026-11-22T17:00 | it must be an offset such as 4711, or a time with its",
        "replay --until 99999999999999999999 | it must be an offset such as 4711",
        "replay --domain players | \"players\" is no domain; it must be all, or some of player,",
        "replay --trace 150101 | it must be DOMAIN/KEY such as player/150101",
        "replay --trace player/* | it must be DOMAIN/KEY such as player/150101",
        "replay --domain map --trace player/1 | --trace player/1 needs its domain in --domain too",
        "replay --step | --step needs a key to watch: --trace",
        "replay --step --trace player/1 | --step works on a terminal only",
        "export inbox x.avro | \"inbox\" is no topic of this world; it must be inboxes, or one of",
        "export world.changes | Missing required parameter: 'FILE'"
      })
  void shouldEndWithTwoAndSayWhatWouldBeRightWhenAskedForWrongly(String line, String answer) {
    // When
    int code = execute(line.split(" "));

    // Then
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(answer);
  }

  @Test
  void shouldSayInOneLineWhenTheFileIsNotThere() {
    assertThat(execute("replay", "--file", "no-such.avro")).isEqualTo(1);
    assertThat(err.toString().trim())
        .isEqualTo("no-such.avro cannot be read: there is no such file");
  }

  @Test
  void shouldSayInOneLineWhenTheFileIsNoLog(@TempDir Path folder) throws Exception {
    // Given
    Path file = Files.writeString(folder.resolve("log.avro"), "{}");

    // When
    int code = execute("replay", "--file", file.toString());

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("no container file of a log", "Export it again");
  }
}
