package midgard.bench.figures.pipeline;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.zip.GZIPInputStream;
import midgard.schemas.event.*;

final class Loop {
  static Iterator<GameEvent> of(int players, long seed) throws Exception {
    List<byte[]> lines = new ArrayList<>();
    try (BufferedReader r =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(Path.of("samples/rathena-session.ndjson.gz"))),
                StandardCharsets.UTF_8))) {
      for (String l = r.readLine(); l != null; l = r.readLine())
        lines.add(l.getBytes(StandardCharsets.UTF_8));
    }
    int copies = Math.max(1, players / 10);
    long[] seq = new long[2];
    long base = System.currentTimeMillis() - 3_600_000;
    return new Iterator<>() {
      int line;
      int copy;
      int lap;
      long n;

      public boolean hasNext() {
        return true;
      }

      public GameEvent next() {
        try {
          GameEvent e = EventJson.read(lines.get(line));
          int server = copy % 2;
          e.setServerId("s" + server);
          e.setSequence(++seq[server]);
          e.setEventId("b" + server + "-" + seq[server]);
          if (e.getPlayerId() > 0) e.setPlayerId(e.getPlayerId() + copy * 100L);
          e.setTimestamp(base + (n++));
          if (++copy == copies) {
            copy = 0;
            if (++line == lines.size()) {
              line = 0;
              lap++;
            }
          }
          return e;
        } catch (EventRejected x) {
          throw new IllegalStateException(x);
        }
      }
    };
  }
}
