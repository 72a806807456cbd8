package midgard.bench.faults.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import midgard.bench.faults.AgentsOf;
import midgard.bench.faults.Programs;
import midgard.bench.faults.Run;
import midgard.bench.faults.Scenario;
import midgard.bench.faults.evidence.Evidence;
import midgard.bench.faults.evidence.ExpectedLetter;
import midgard.bench.faults.evidence.Logged;
import midgard.bench.faults.evidence.Logs;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.inbox.InboxMessage;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.LocalSchemaIds;
import midgard.schemas.world.TallyState;

/** A bug in one agent: it throws on some messages. The others must not notice. */
public final class AgentFails implements Scenario {
  private static final String INBOX = "inbox.player";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "agent-fails";
  }

  @Override
  public String what() {
    return "an agent throws on some messages, after it has asked for effects; kill -9 in between";
  }

  @Override
  public List<String> program(Programs programs) {
    return programs.ofBench(WorldWithFailingAgent.class);
  }

  @Override
  public AgentsOf agents() {
    return WorldWithFailingAgent::agents;
  }

  /** Without it: the others must be as if it was not there. */
  @Override
  public AgentsOf replayed() {
    return AgentsOf.SHIPPED;
  }

  @Override
  public void strike(Run run) throws Exception {
    double moment = run.moments(1, 0.2, 0.8).get(0);
    run.feed().awaitShare(moment, PATIENCE);
    run.world().kill();
    run.note("killed at %.1f %% of the feed".formatted(100 * moment));
    run.world().startAndAwaitReady();
  }

  @Override
  public Set<ExpectedLetter> expectedLetters(Logs logs) {
    Set<ExpectedLetter> expected = new HashSet<>();
    for (Logged<InboxMessage> message : logs.inboxes()) {
      if (message.topic().equals(INBOX) && fails(message.value())) {
        expected.add(
            new ExpectedLetter(
                INBOX, message.partition(), message.offset(), FailingAgent.STATE.id()));
      }
    }
    return expected;
  }

  private static boolean fails(InboxMessage message) {
    return message.getBody() instanceof GameEvent event
        && event.getPayload() instanceof MonsterKill kill
        && FailingAgent.failsOn(kill);
  }

  @Override
  public List<String> judge(Evidence evidence) {
    List<String> found = new ArrayList<>();
    if (evidence.expectedLetters().isEmpty()) {
      found.add("The agent was never given what it fails on.");
    }
    if (evidence.figures().failures().getOrDefault(FailingAgent.STATE.id(), 0L) == 0) {
      found.add("The metric of failures says nothing of " + FailingAgent.STATE.id() + ".");
    }
    counted(evidence).forEach((player, kills) -> compare(evidence, player, kills, found));
    return found;
  }

  /** The kills of each key that the agent could bear. */
  private static Map<String, Long> counted(Evidence evidence) {
    Map<String, Long> kills = new TreeMap<>();
    for (Logged<InboxMessage> message : evidence.logs().inboxes()) {
      if (message.topic().equals(INBOX)
          && message.value().getBody() instanceof GameEvent event
          && event.getPayload() instanceof MonsterKill kill
          && !FailingAgent.failsOn(kill)) {
        String key = "player-" + message.partition() + " " + message.key().orElse("");
        kills.merge(key, 1L, Long::sum);
      }
    }
    return kills;
  }

  private static String bytes(long kills) {
    AvroCodec<TallyState> codec = new AvroCodec<>(TallyState.class, new LocalSchemaIds());
    byte[] state = codec.encode(0, TallyState.newBuilder().setKills(kills).build());
    return HexFormat.of().formatHex(state, AvroCodec.HEADER, state.length);
  }

  private static void compare(Evidence evidence, String key, long kills, List<String> found) {
    String name = key.replace(" ", " " + FailingAgent.STATE.id() + " ");
    String expected = bytes(kills);
    String actual = evidence.states().changelogs().values().get(name);
    if (!expected.equals(actual)) {
      found.add(
          "State %s is %s; after %d kills that it could bear it must be %s."
              .formatted(name, actual, kills, expected));
    }
  }
}
