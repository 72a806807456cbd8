package midgard.topology.receipt;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Open receipts of this process. A record carries its receipt in a header through the router into
 * the inboxes; when no receipt is open, looking for one costs nothing. In a world of several
 * instances a record may be worked off elsewhere: then its receipt stays open until its owner stops
 * waiting.
 */
public final class Receipts {
  static final String HEADER = "midgard-receipt";
  private static final int BYTES = 2 * Long.BYTES;

  private record Token(long process, long number) {}

  private final Map<Token, Waiting> open = new ConcurrentHashMap<>();
  // Records of an earlier life of this process are still in the log; they must not meet a new one.
  private final long process = new SecureRandom().nextLong();
  private final AtomicLong numbers = new AtomicLong();

  public Receipt open() {
    Token token = new Token(process, numbers.incrementAndGet());
    Waiting waiting = new Waiting(token);
    open.put(token, waiting);
    return waiting;
  }

  /** How many are open. */
  public int count() {
    return open.size();
  }

  /**
   * The router has judged a record.
   *
   * @param deliveries how many inbox messages it became
   */
  public void judged(Headers headers, Verdict verdict, int deliveries) {
    Waiting waiting = find(headers);
    if (waiting != null) {
      waiting.judged(verdict, deliveries);
    }
  }

  /** The agents of a domain have seen one of the inbox messages. */
  public void applied(Headers headers) {
    Waiting waiting = find(headers);
    if (waiting != null) {
      waiting.deliveredOne();
    }
  }

  private Waiting find(Headers headers) {
    if (open.isEmpty()) {
      return null;
    }
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null || header.value().length != BYTES) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(header.value());
    return open.get(new Token(bytes.getLong(), bytes.getLong()));
  }

  private final class Waiting implements Receipt {
    private final Token token;
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private final CompletableFuture<Verdict> applied = new CompletableFuture<>();
    // Deliveries may be counted before their number is known: another thread may be that quick.
    private final AtomicLong outstanding = new AtomicLong();

    Waiting(Token token) {
      this.token = token;
    }

    @Override
    public Header header() {
      return new RecordHeader(
          HEADER,
          ByteBuffer.allocate(BYTES).putLong(token.process()).putLong(token.number()).array());
    }

    void judged(Verdict judged, int deliveries) {
      if (verdict.complete(judged) && outstanding.addAndGet(deliveries) <= 0) {
        applied.complete(judged);
      }
    }

    void deliveredOne() {
      if (outstanding.decrementAndGet() <= 0 && verdict.isDone()) {
        applied.complete(verdict.join());
      }
    }

    @Override
    public CompletableFuture<Verdict> verdict() {
      return verdict;
    }

    @Override
    public CompletableFuture<Verdict> applied() {
      return applied;
    }

    @Override
    public void close() {
      open.remove(token);
    }
  }
}
