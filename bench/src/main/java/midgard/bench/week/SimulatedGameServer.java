package midgard.bench.week;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import midgard.agents.outbox.Outbox;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.outbox.ActionStatus;
import midgard.schemas.outbox.LeaseAction;
import midgard.schemas.outbox.OutboxState;
import midgard.schemas.outbox.ReportAction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A game server that carries actions out like a real one: it polls, keeps a journal of what it did,
 * forgets to report, reports twice, fails, and restarts. Rewards go to the players' mail.
 */
final class SimulatedGameServer {
  private static final String NAME = "midgard-1";
  private static final int AT_ONCE = 20;
  private static final double FAILS = 0.02;
  private static final double FORGETS_TO_REPORT = 0.03;
  private static final double REPORTS_TWICE = 0.05;

  private final OfflineWorld world;
  private final UniformRandomProvider random;
  private final Map<String, Integer> journal = new LinkedHashMap<>();
  private final Map<Long, Long> mail = new TreeMap<>();
  private long leases;
  private long paidZeny;

  SimulatedGameServer(OfflineWorld world, UniformRandomProvider random) {
    this.world = world;
    this.random = random;
  }

  /** One poll. */
  void poll(long time) {
    int done = 0;
    for (Map.Entry<String, OutboxState> open : world.states(Outbox.STATE).entrySet()) {
      if (done == AT_ONCE) {
        return;
      }
      OutboxState state = open.getValue();
      if (state.getStatus() == ActionStatus.unconfirmed) {
        done++;
        report(open.getKey(), time, journal.containsKey(open.getKey()));
      } else if (Outbox.isFree(state, NAME) && state.getAction().getExpiresAt() > time) {
        done++;
        carryOut(open.getKey(), time);
      }
    }
  }

  private void carryOut(String key, long time) {
    String lease = "lease-" + ++leases;
    world.command(Domain.WORLD, key, time, new LeaseAction(lease, NAME));
    OutboxState granted = world.state(Outbox.STATE, key);
    if (!granted.getLeaseId().equals(lease)) {
      return;
    }
    boolean fails = random.nextDouble() < FAILS;
    if (!fails) {
      journal.merge(key, 1, Integer::sum);
      deliver(granted.getAction());
    }
    if (random.nextDouble() < FORGETS_TO_REPORT) {
      return;
    }
    report(key, time, !fails);
    if (random.nextDouble() < REPORTS_TWICE) {
      report(key, time, !fails);
    }
  }

  private void report(String key, long time, boolean done) {
    world.command(
        Domain.WORLD, key, time, new ReportAction(NAME, done, done ? "" : "The game said no."));
  }

  private void deliver(GameAction action) {
    if (action.getPayload() instanceof GiveReward reward) {
      paidZeny += reward.getZeny();
      mail.merge(reward.getPlayerId(), reward.getZeny(), Long::sum);
    }
  }

  /** Takes what waits in a player's mail: zeny; 0 when nothing does. */
  long takeMail(long player) {
    Long zeny = mail.remove(player);
    return zeny == null ? 0 : zeny;
  }

  /** Zeny that was paid by rewards, collected or still in the mail. */
  long paidZeny() {
    return paidZeny;
  }

  long inMail() {
    return mail.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How often each action was really done, by its idempotency key. */
  Map<String, Integer> journal() {
    return journal;
  }
}
