package midgard.topology;

import java.util.List;
import java.util.Map;

/**
 * How a world's instance is.
 *
 * @param state of Kafka Streams: CREATED, REBALANCING, RUNNING, ERROR, ...
 * @param live whether it can still become or stay ready by itself
 * @param ready whether its state can be asked for
 * @param threads each stream thread and its state
 * @param replacedThreads threads that failed and were replaced since the start
 * @param lastFailure what made the last of them fail; empty when none did
 * @param restoring stores that are being rebuilt, with the records that are left
 * @param applied the last offset that was worked off, per inbox partition
 */
public record WorldHealth(
    String state,
    boolean live,
    boolean ready,
    List<String> threads,
    long replacedThreads,
    String lastFailure,
    Map<String, Long> restoring,
    Map<String, Long> applied) {}
