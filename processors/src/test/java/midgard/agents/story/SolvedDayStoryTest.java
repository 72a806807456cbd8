package midgard.agents.story;

import static midgard.agents.story.Saga.ALICE;
import static midgard.agents.story.Saga.BOB;
import static midgard.agents.story.Saga.CAROL;
import static midgard.agents.story.Saga.FIELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import midgard.agents.faction.Allegiance;
import midgard.agents.faction.BalanceOfPower;
import midgard.agents.karma.Conduct;
import midgard.agents.karma.MoralBalance;
import midgard.agents.memory.NpcMemories;
import midgard.agents.reputation.Reputation;
import midgard.agents.storyline.Storyline;
import midgard.schemas.Cause;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.change.Change;
import midgard.schemas.dialogue.PlayerInteraction;
import midgard.schemas.event.Alignment;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.eventchain.ChainStatus;
import midgard.schemas.eventchain.ChainType;
import midgard.schemas.eventchain.EventChain;
import midgard.schemas.faction.Faction;
import midgard.schemas.karma.PlayerKarma;
import midgard.schemas.memory.NpcMemory;
import midgard.schemas.problem.ProblemStatus;
import midgard.schemas.problem.WorldProblem;
import midgard.schemas.reputation.ReputationHistory;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.StoryChapter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One day: Alice and Bob slay the demons of the day's problem, Carol only talks. Every agent that
 * it concerns hears of it, and the log tells why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SolvedDayStoryTest {
  private static final String GUARD = "Old Gatekeeper";
  private static final int KILLS_OF_ALICE = 12;
  private static final int KILLS = 20;

  private final Saga saga = new Saga();
  private final GameEvent solvingKill;
  private final GameEvent laterTalk;

  SolvedDayStoryTest() {
    Stream.of(ALICE, BOB, CAROL).forEach(saga::login);
    saga.talk(CAROL, GUARD, FIELD);
    saga.event(ALICE, FIELD, new QuestComplete(7001, Alignment.good, "rune_alliance"));
    for (int i = 1; i < KILLS; i++) {
      saga.killDemon(i <= KILLS_OF_ALICE ? ALICE : BOB);
      if (i == 1) {
        // The first kill shows where monsters are: the problem moves there before the others come.
        saga.rest(120);
      }
    }
    // The first one fell before the problem had moved to where it fell.
    saga.killDemon(BOB);
    solvingKill = saga.killDemon(BOB);
    saga.rest(90);
    laterTalk = saga.talk(ALICE, GUARD, FIELD);
    saga.rest(10);
  }

  private Chapter chapter(int number) {
    return saga.state(Storyline.STATE).getArc().getChapters().get(number - 1);
  }

  @Test
  void shouldSolveTheProblemWithoutAFailureWhenEnoughDemonsFell() {
    assertThat(saga.world.failures()).isEmpty();
    assertThat(saga.problem().getTargetMap()).isEqualTo(FIELD);
    assertThat(saga.problem().getStatus()).isEqualTo(ProblemStatus.completed);
    assertThat(saga.problem().getTotalPoints()).isEqualTo(KILLS);
  }

  @Test
  void shouldPayThoseWhoTookPartOnceAndNobodyElseWhenTheProblemIsSolved() {
    String key = "problem:" + saga.problem().getProblemId() + ":player:";
    List<GiveReward> paid =
        saga.world.actions().stream()
            .filter(action -> action.getIdempotencyKey().startsWith(key))
            .map(GameAction::getPayload)
            .map(GiveReward.class::cast)
            .toList();

    assertThat(paid).extracting(GiveReward::getPlayerId).containsExactly(ALICE, BOB);
    // Difficulty 1 in a world of unknown level: 1 × 1000 × 1.2 and 1 × 500 × 1.15.
    assertThat(paid).extracting(GiveReward::getBaseExp).containsOnly(1200L);
    assertThat(paid).extracting(GiveReward::getZeny).containsOnly(575L);
  }

  @Test
  void shouldMakeGuardiansOfThoseWhoTookPartWhenTheProblemIsSolved() {
    assertThat(Stream.of(ALICE, BOB, CAROL).map(this::guardian)).containsExactly(100L, 100L, 0L);
  }

  private long guardian(long player) {
    return saga.state(Reputation.STATE, Long.toString(player))
        .getMerits()
        .get(ReputationKind.world_guardian.ordinal())
        .getPoints();
  }

  @Test
  void shouldMoveTheKarmaOfPlayersAndWorldWhenDemonsFallAndAGoodQuestIsDone() {
    // 5 a demon, 30 the quest; the world gets a tenth of both players'.
    assertThat(karma(ALICE)).isEqualTo(KILLS_OF_ALICE * 5_000 + 30_000);
    assertThat(karma(BOB)).isEqualTo((KILLS + 1 - KILLS_OF_ALICE) * 5_000);
    assertThat(saga.state(MoralBalance.STATE).getKarmaMilli())
        .isEqualTo((karma(ALICE) + karma(BOB)) / 10);
  }

  private long karma(long player) {
    return saga.state(Conduct.STATE, Long.toString(player)).getKarmaMilli();
  }

  @Test
  void shouldMoveStandingAndBalanceOfPowerWhenTheAlliancesEnemiesFall() {
    // 10 a demon, 100 the quest; the world gets a tenth.
    assertThat(standing(ALICE)).isEqualTo(KILLS_OF_ALICE * 10 + 100);
    assertThat(standing(BOB)).isEqualTo((KILLS + 1 - KILLS_OF_ALICE) * 10);
    assertThat(
            saga.state(BalanceOfPower.STATE)
                .getScores()
                .get(Faction.rune_alliance.ordinal())
                .getScoreMilli())
        .isEqualTo((standing(ALICE) + standing(BOB)) * 100L);
  }

  private int standing(long player) {
    return saga.state(Allegiance.STATE, Long.toString(player))
        .getStandings()
        .get(Faction.rune_alliance.ordinal())
        .getReputation();
  }

  @Test
  void shouldOpenAnInvestigationWhereItHappenedWhenTheProblemIsSolved() {
    assertThat(saga.chains(ChainType.investigation))
        .singleElement()
        .satisfies(
            chain -> {
              assertThat(chain.getMap()).isEqualTo(FIELD);
              assertThat(chain.getTriggerCondition().getReason())
                  .isEqualTo("Solved: " + saga.problem().getTitle());
            });
  }

  @Test
  void shouldGiveTheChapterItsPointsWhenTheProblemIsSolved() {
    assertThat(chapter(1).getPoints()).isGreaterThanOrEqualTo(30);
    assertThat(saga.state(Storyline.STATE).getParticipants())
        .extracting(entry -> entry.getPlayerId())
        .contains(ALICE, BOB);
  }

  @Test
  void shouldRememberTheHappeningWhenTheNpcWasThere() {
    assertThat(saga.state(NpcMemories.STATE, GUARD).getMemories())
        .filteredOn(m -> m.getSource().equals("problem:" + saga.problem().getProblemId()))
        .singleElement()
        .satisfies(
            memory -> {
              assertThat(memory.getContent())
                  .contains(saga.problem().getTitle(), "was brought to a good end");
              assertThat(memory.getParticipants())
                  .containsExactly(Long.toString(ALICE), Long.toString(BOB));
            });
  }

  @Test
  void shouldBringItUpWhenOneWhoTookPartSpeaksToTheNpcAgain() {
    Change said = last(PlayerInteraction.class);
    PlayerInteraction row = (PlayerInteraction) said.getBody();

    assertThat(row.getNpcName()).isEqualTo(GUARD);
    assertThat(row.getPlayerId()).isEqualTo(ALICE);
    assertThat(row.getNpcResponse())
        .contains(saga.problem().getTitle(), "was brought to a good end", "You had a hand in it.");
    assertThat(said.getCause().getEventId()).isEqualTo(laterTalk.getEventId());
  }

  private <C extends SpecificRecord> Change last(Class<C> type) {
    List<Change> all = saga.changes(type);
    return all.get(all.size() - 1);
  }

  @Test
  void shouldLeadBackToTheKillThatSolvedItWhenTheCausesOfTheChainAreFollowed() {
    Cause cause = saga.changes(EventChain.class).get(0).getCause();

    assertThat(cause.getEventId()).isEqualTo(solvingKill.getEventId());
    assertThat(saga.trail(cause))
        .extracting(Saga.Hop::what)
        .containsExactly("world Deed", "world ProblemProgress", "map Tick", "map MonsterKill");
  }

  @Test
  void shouldLeadBackToTheKillThatSolvedItWhenTheCausesOfEveryConsequenceAreFollowed() {
    Stream<Change> solved =
        saga.changes(WorldProblem.class).stream()
            .filter(c -> ((WorldProblem) c.getBody()).getStatus() == ProblemStatus.completed);
    Stream<Change> guardians =
        saga.changes(ReputationHistory.class).stream()
            .filter(c -> ((ReputationHistory) c.getBody()).getSource().equals("problem"));
    Stream<Cause> paid =
        saga.world.actions().stream()
            .filter(action -> action.getIdempotencyKey().startsWith("problem:"))
            .filter(action -> action.getIdempotencyKey().contains(":player:"))
            .map(GameAction::getCause);
    List<Cause> causes =
        Stream.concat(Stream.concat(solved, guardians).map(Change::getCause), paid).toList();

    assertThat(causes).hasSizeGreaterThanOrEqualTo(5);
    assertThat(causes).extracting(Cause::getEventId).containsOnly(solvingKill.getEventId());
    for (Cause cause : causes) {
      List<Saga.Hop> trail = saga.trail(cause);
      assertThat(trail.get(trail.size() - 1).message().getBody()).isEqualTo(solvingKill);
    }
  }

  @Test
  void shouldLeadBackToAKillOfHisWhenTheCausesOfKarmaAreFollowed() {
    Change last =
        saga.changes(PlayerKarma.class).stream()
            .filter(change -> change.getKey().equals(Long.toString(BOB)))
            .reduce((first, second) -> second)
            .orElseThrow();

    List<Saga.Hop> trail = saga.trail(last.getCause());
    assertThat(trail)
        .extracting(Saga.Hop::what)
        .containsExactly("player Tick", "player MonsterKill");
    GameEvent kill = (GameEvent) trail.get(1).message().getBody();
    assertThat(kill.getPlayerId()).isEqualTo(BOB);
    assertThat(last.getCause().getEventId()).isEqualTo(kill.getEventId());
  }

  @Test
  void shouldLeadBackToWhoAskedAndToTheKillWhenTheCausesOfReplyAndMemoryAreFollowed() {
    Change memory =
        saga.changes(NpcMemory.class).stream()
            .filter(c -> ((NpcMemory) c.getBody()).getContent().contains("good end"))
            .reduce((first, second) -> second)
            .orElseThrow();

    assertThat(memory.getCause()).isEqualTo(last(PlayerInteraction.class).getCause());
    // The talk brought it to mind; what it knew had come by the mood of the world.
    assertThat(memory.getCause().getEventId()).isEqualTo(laterTalk.getEventId());
    assertThat(saga.trail(memory.getCause()))
        .extracting(Saga.Hop::what)
        .containsExactly("npc NpcInteraction");
    assertThat(saga.trail(saga.heard(memory.getCause(), saga.problem().getProblemId())))
        .extracting(Saga.Hop::what)
        .containsExactly(
            "npc WorldMood", "world Tick", "world ProblemProgress", "map Tick", "map MonsterKill")
        .satisfies(
            trail ->
                assertThat(
                        saga.heard(memory.getCause(), saga.problem().getProblemId()).getEventId())
                    .isEqualTo(solvingKill.getEventId()));
  }

  @Test
  void shouldAdvanceTheArcWhenTheChainIsPlayedAndTheNextProblemIsSolved() {
    Saga later = new Saga();
    Stream.of(ALICE, BOB).forEach(later::login);
    later.killDemon(ALICE);
    later.rest(120);
    ChainPlayer.solve(later, ALICE);
    later.rest(2);

    ChainPlayer.play(later, ChainType.investigation, BOB);
    later.until(Saga.START + 24 * 3_600_000L + 60_000);
    ChainPlayer.solve(later, BOB);
    ChainPlayer.play(later, ChainType.investigation, ALICE);
    later.until(Saga.START + 47 * 3_600_000L + 60_000);

    Arc arc = later.state(Storyline.STATE).getArc();
    assertThat(later.world.failures()).isEmpty();
    assertThat(later.state(Storyline.STATE).getDeeds())
        .filteredOn(deed -> deed.getKind() == DeedKind.event_chain)
        .isNotEmpty();
    assertThat(arc.getChapters().get(0).getPoints()).isGreaterThanOrEqualTo(70);
    assertThat(arc.getCurrentChapter()).isEqualTo(2);
    assertThat(later.world.changes(StoryChapter.class))
        .extracting(StoryChapter::getChapterNumber)
        .contains(1, 2);
    assertThat(later.world.changes(EventChain.class))
        .filteredOn(chain -> chain.getChainType() == ChainType.investigation)
        .extracting(EventChain::getStatus)
        .contains(ChainStatus.completed);
  }
}
