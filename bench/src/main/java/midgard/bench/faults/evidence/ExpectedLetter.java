package midgard.bench.faults.evidence;

/**
 * A dead letter: where its record lies, and who could not take it.
 *
 * @param agent the agent that failed; empty when the record itself is at fault
 */
public record ExpectedLetter(String topic, int partition, long offset, String agent) {
  @Override
  public String toString() {
    return topic
        + "-"
        + partition
        + "@"
        + offset
        + (agent.isEmpty() ? "" : " (agent " + agent + ")");
  }
}
