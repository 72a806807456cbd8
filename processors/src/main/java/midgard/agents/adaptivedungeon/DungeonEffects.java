package midgard.agents.adaptivedungeon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.StartInstance;
import midgard.schemas.adaptivedungeon.DungeonCompletion;
import midgard.schemas.adaptivedungeon.DungeonInstance;
import midgard.schemas.adaptivedungeon.DungeonPay;
import midgard.schemas.adaptivedungeon.DungeonRun;
import midgard.schemas.adaptivedungeon.DungeonRunner;
import midgard.schemas.adaptivedungeon.DungeonRunsState;
import midgard.schemas.adaptivedungeon.DungeonStatus;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;

/** What the game, the players and the database get to see of a party's run. */
final class DungeonEffects {
  private static final String START = ":start-instance";
  private static final int SCORE_PER_FLOOR = 10;
  private static final int QUARTER_MILLI = 250;

  private DungeonEffects() {}

  static String startKey(DungeonRun run) {
    return "dungeon:" + run.getInstanceId() + START;
  }

  static boolean isStart(String idempotencyKey) {
    return idempotencyKey.endsWith(START);
  }

  static void start(DungeonRun run, DungeonRules rules, Context<DungeonRunsState> context) {
    context.action(
        GameRequest.of(
            startKey(run),
            new StartInstance(
                run.getInstanceId(),
                run.getDungeonId(),
                run.getTheme().name(),
                run.getPartyId(),
                run.getFloorCount(),
                rules.minutes()),
            GameRequest.NEWS,
            ""));
  }

  /** Pays everyone by the floors that fell while they were inside. */
  static void pay(DungeonRun run, DungeonRules rules, Context<DungeonRunsState> context) {
    int quarters =
        run.getStatus() == DungeonStatus.completed
            ? rules.timeBonusQuarters(DungeonRanks.timeTaken(run))
            : 4;
    for (DungeonRunner runner : run.getRunners()) {
      int floors = Integer.bitCount(runner.getFloors());
      if (floors > 0) {
        pay(run, runner.getPlayerId(), floors, quarters, rules, context);
      }
    }
  }

  private static void pay(
      DungeonRun run,
      long player,
      int floors,
      int quarters,
      DungeonRules rules,
      Context<DungeonRunsState> context) {
    List<Integer> items = DungeonThemes.cast(run.getTheme()).drops();
    List<ItemAmount> drops = new ArrayList<>(List.of(new ItemAmount(items.get(0), floors)));
    if (run.getStatus() == DungeonStatus.completed
        && context.random().nextInt(1000) < DungeonRules.DROP_BONUS_MILLI) {
      drops.add(new ItemAmount(items.get(1), 1));
    }
    int tokens = DungeonRules.tokens(floors, quarters, run.getRunners().size());
    long exp = DungeonRules.exp(floors, quarters);
    List<ItemAmount> given = new ArrayList<>(drops);
    if (tokens > 0) {
      given.add(0, new ItemAmount(rules.tokenItem(), tokens));
    }
    context.action(
        GameRequest.reward(
            "dungeon:" + run.getInstanceId() + ":player:" + player,
            GiveReward.newBuilder().setPlayerId(player).setItems(given).setBaseExp(exp).build()));
    int reputation = floors * DungeonRules.REPUTATION_PER_FLOOR;
    context.signal(
        Domain.PLAYER,
        Long.toString(player),
        new ReputationGain(
            ReputationKind.problem_solver, reputation, "dungeon", run.getInstanceId()));
    context.change(
        new DungeonCompletion(
            run.getInstanceId(),
            player,
            floors,
            DungeonRanks.timeTaken(run),
            new DungeonPay(tokens, exp, drops, quarters * QUARTER_MILLI),
            reputation,
            Instant.ofEpochMilli(context.time())));
  }

  /** To everyone, that a party has cleared it all. */
  static void tell(DungeonRun run, Context<DungeonRunsState> context) {
    context.action(
        GameRequest.announcement(
            "dungeon:" + run.getInstanceId() + ":cleared",
            DungeonTexts.cleared(run, DungeonRanks.timeTaken(run))));
    List<DeedShare> shares =
        run.getRunners().stream()
            .filter(runner -> runner.getFloors() != 0)
            .sorted(Comparator.comparingLong(DungeonRunner::getPlayerId))
            .map(
                runner ->
                    new DeedShare(
                        runner.getPlayerId(),
                        SCORE_PER_FLOOR * Integer.bitCount(runner.getFloors())))
            .toList();
    context.signal(
        Domain.WORLD,
        Domain.WORLD_KEY,
        new Deed(
            DeedKind.dungeon,
            run.getInstanceId(),
            DungeonTexts.name(run.getTheme()),
            "",
            shares,
            (long) run.getFloorCount(),
            DeedOutcome.success));
  }

  static DungeonInstance row(DungeonRun run, long now) {
    boolean over = run.getStatus() != DungeonStatus.active;
    int cleared = Integer.bitCount(run.getFloors());
    return new DungeonInstance(
        run.getInstanceId(),
        run.getDungeonId(),
        run.getPartyId(),
        run.getRunners().stream().map(DungeonRunner::getPlayerId).toList(),
        Math.min(run.getFloorCount(), Integer.numberOfTrailingZeros(~run.getFloors()) + 1),
        cleared,
        DungeonRanks.timeTaken(run),
        run.getStatus(),
        Instant.ofEpochMilli(run.getCreatedAt()),
        over ? Instant.ofEpochMilli(now) : null);
  }
}
