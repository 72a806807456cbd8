package midgard.topology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;

/** What a real game server told, as it is shipped in the samples. */
public final class RecordedSession {
  private static final Path FILE = Path.of("../samples/rathena-session.ndjson.gz");

  private RecordedSession() {}

  public static List<GameEvent> events() throws IOException, EventRejected {
    List<GameEvent> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(EventJson.read(line.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return events;
  }
}
