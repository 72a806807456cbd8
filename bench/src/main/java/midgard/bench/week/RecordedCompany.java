package midgard.bench.week;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import midgard.schemas.event.EventJson;
import midgard.schemas.event.EventRejected;
import midgard.schemas.event.GameEvent;

/**
 * The players of a recorded session. They did what they did; what the world offers comes too late.
 */
final class RecordedCompany implements Company {
  private final List<GameEvent> events = new ArrayList<>();
  private final Iterator<GameEvent> left;

  /**
   * @throws IOException when the file cannot be read or a line is no event
   */
  RecordedCompany(Path recording) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(EventJson.read(line.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (EventRejected e) {
      throw new IOException(recording + ": " + e.getMessage(), e);
    }
    left = events.iterator();
  }

  long first() {
    return events.get(0).getTimestamp();
  }

  long last() {
    return events.get(events.size() - 1).getTimestamp();
  }

  @Override
  public boolean hasNext() {
    return left.hasNext();
  }

  @Override
  public GameEvent next() {
    return left.next();
  }

  @Override
  public void look(OfflineWorld world, long time) {
    // It is over.
  }

  @Override
  public void receive(long player, long zeny) {
    // The recorded purses did not hold it.
  }

  @Override
  public OptionalLong purses() {
    return OptionalLong.empty();
  }
}
