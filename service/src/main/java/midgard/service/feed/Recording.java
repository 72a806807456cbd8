package midgard.service.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of events, one JSON object a line, plain or compressed by gzip. */
public final class Recording {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /** Unix times below this are seconds, from it on milliseconds. */
  private static final long FIRST_MILLISECONDS = 100_000_000_000L;

  /** What to do with the lines, in their order. */
  public interface Reader {
    /**
     * @param time of the event, ms UTC
     */
    void event(long line, ObjectNode event, long time) throws InterruptedException;

    void bad(long line, String reason);
  }

  /**
   * How much there is.
   *
   * @param events lines that can be fed
   * @param first the earliest time, ms UTC; 0 when there is no event
   * @param last the latest time, ms UTC
   */
  public record Extent(long events, long first, long last) {}

  private final Path file;

  public Recording(Path file) {
    this.file = file;
  }

  /**
   * Reads the whole file once, to know its extent.
   *
   * @throws FeedException when it cannot be read
   */
  public Extent extent() throws InterruptedException {
    long[] found = {0, Long.MAX_VALUE, Long.MIN_VALUE};
    read(
        new Reader() {
          @Override
          public void event(long line, ObjectNode event, long time) {
            found[0]++;
            found[1] = Math.min(found[1], time);
            found[2] = Math.max(found[2], time);
          }

          @Override
          public void bad(long line, String reason) {
            // Told when the file is fed.
          }
        });
    return found[0] == 0 ? new Extent(0, 0, 0) : new Extent(found[0], found[1], found[2]);
  }

  /**
   * Reads line by line; empty lines are passed over.
   *
   * @throws FeedException when the file cannot be read
   */
  public void read(Reader reader) throws InterruptedException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          line(number, line, reader);
        }
      }
    } catch (ZipException e) {
      throw new FeedException("%s is damaged: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new FeedException(
          "%s cannot be read: %s"
              .formatted(file, Files.exists(file) ? e.getMessage() : "there is no such file"),
          e);
    }
  }

  private static void line(long number, String line, Reader reader) throws InterruptedException {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      reader.bad(number, "no JSON: " + e.getOriginalMessage());
      return;
    }
    if (!(node instanceof ObjectNode event)) {
      reader.bad(number, "no JSON object");
    } else if (!event.path("timestamp").isIntegralNumber()) {
      reader.bad(number, "timestamp is missing or no whole number");
    } else {
      long time = event.get("timestamp").longValue();
      reader.event(number, event, time < FIRST_MILLISECONDS ? time * 1000 : time);
    }
  }

  private InputStream open() throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file));
    raw.mark(2);
    boolean compressed = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
    raw.reset();
    return compressed ? new GZIPInputStream(raw) : raw;
  }
}
