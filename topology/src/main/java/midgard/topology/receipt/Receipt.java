package midgard.topology.receipt;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.Header;

/** Tells a producer in this process what becomes of one record. Close it when done waiting. */
public interface Receipt extends AutoCloseable {

  /** To be put on the record before it is sent. No rule sees it. */
  Header header();

  /** Done when the router has judged the record. */
  CompletableFuture<Verdict> verdict();

  /**
   * Done when every agent that the record concerns has seen it; at once for what is not accepted.
   */
  CompletableFuture<Verdict> applied();

  @Override
  void close();
}
