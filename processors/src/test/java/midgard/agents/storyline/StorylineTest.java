package midgard.agents.storyline;

import static midgard.agents.storyline.StoryWorld.DAY;
import static midgard.agents.storyline.StoryWorld.HOUR;
import static midgard.agents.storyline.StoryWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import midgard.agent.World;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.SpawnMonster;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.eventchain.FactionShift;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.storyline.AdminAudit;
import midgard.schemas.storyline.ArcStatus;
import midgard.schemas.storyline.BossStatus;
import midgard.schemas.storyline.ChapterOutcome;
import midgard.schemas.storyline.ChapterStatus;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;
import midgard.schemas.storyline.GenerateArc;
import midgard.schemas.storyline.Hero;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.PlayerChoice;
import midgard.schemas.storyline.RewardStatus;
import midgard.schemas.storyline.StoryArcHistory;
import midgard.schemas.storyline.StoryChapter;
import midgard.schemas.storyline.StoryParticipant;
import midgard.schemas.storyline.StoryParticipation;
import org.junit.jupiter.api.Test;

class StorylineTest {
  private final StoryWorld story = new StoryWorld();

  @Test
  void shouldTellTheGatheringStormWhenTheWorldIsNew() {
    assertThat(story.arc().getArcName()).isEqualTo("The Gathering Storm");
    assertThat(story.arc().getDurationDays()).isEqualTo(14);
    assertThat(story.arc().getChapters()).hasSize(4);
    assertThat(story.chapter(1).getEndsAt() - START).isEqualTo(3 * DAY);
    assertThat(story.chapter(1).getStatus()).isEqualTo(ChapterStatus.active);
    assertThat(story.chapter(2).getStatus()).isEqualTo(ChapterStatus.pending);
    assertThat(story.world.actions(SpawnNpc.class))
        .extracting(SpawnNpc::getName)
        .containsExactly("Captain Aldric");
  }

  @Test
  void shouldOpenTheNextChapterWhenAllOfItIsDone() {
    story.solveChapter(DAY, new DeedShare(150001L, 30));

    assertThat(story.chapter(1).getOutcome()).isEqualTo(ChapterOutcome.success);
    assertThat(story.arc().getCurrentChapter()).isEqualTo(2);
    assertThat(story.world.actions(RemoveNpc.class)).hasSize(1);
    assertThat(story.world.changes(StoryChapter.class))
        .extracting(StoryChapter::getStatus)
        .containsExactly(ChapterStatus.active, ChapterStatus.completed, ChapterStatus.active);
    assertThat(story.state().getParticipants().get(0).getChaptersCompleted()).isEqualTo(1);
  }

  @Test
  void shouldKeepTheChapterOpenForADayWhenAllOfItIsDoneInAnHour() {
    story.solveChapter(HOUR);
    story.tick(13 * HOUR);
    assertThat(story.arc().getCurrentChapter()).isEqualTo(1);

    story.tick(DAY + 13 * HOUR);

    assertThat(story.chapter(1).getOutcome()).isEqualTo(ChapterOutcome.success);
  }

  @Test
  void shouldWaitForTheDailyLookWhenSeventyPercentAreDone() {
    story.tick(DAY);
    for (int i = 0; i < 3; i++) {
      story.deed(DAY + HOUR, DeedOutcome.success);
    }
    story.tick(DAY + 2 * HOUR);
    assertThat(story.arc().getCurrentChapter()).isEqualTo(1);

    story.tick(DAY + 13 * HOUR);

    assertThat(story.chapter(1).getOutcome()).isEqualTo(ChapterOutcome.success);
  }

  @Test
  void shouldJudgeByItsPointsWhenTheChaptersTimeIsUp() {
    story.deed(HOUR, DeedOutcome.success, new DeedShare(150001L, 5));
    story.tick(3 * DAY);
    assertThat(story.chapter(1).getOutcome()).isEqualTo(ChapterOutcome.failure);
    assertThat(story.chapter(1).getStatus()).isEqualTo(ChapterStatus.failed);

    story.deed(3 * DAY + HOUR, DeedOutcome.success);
    story.deed(3 * DAY + HOUR, DeedOutcome.success);
    story.deed(3 * DAY + HOUR, DeedOutcome.failure);
    story.tick(6 * DAY);
    assertThat(story.chapter(2).getPoints()).isEqualTo(50);
    assertThat(story.chapter(2).getOutcome()).isEqualTo(ChapterOutcome.mixed);

    story.tick(9 * DAY);
    assertThat(story.chapter(3).getOutcome()).isEqualTo(ChapterOutcome.timeout);
    assertThat(story.chapter(4).getEndsAt() - START).isEqualTo(14 * DAY);
  }

  @Test
  void shouldCountADeedOnceWhenItIsToldTwice() {
    for (int i = 0; i < 2; i++) {
      story.signal(
          HOUR,
          Deed.newBuilder()
              .setKind(DeedKind.boss)
              .setId("b1")
              .setPlayers(List.of(new DeedShare(150001L, 500)))
              .setOutcome(DeedOutcome.success)
              .build());
    }

    assertThat(story.chapter(1).getPoints()).isEqualTo(30);
    assertThat(story.state().getParticipants().get(0).getContributionScore()).isEqualTo(100);
  }

  @Test
  void shouldBringTheBossWhenTheLastChapterOpens() {
    story.toLastChapter();

    assertThat(story.arc().getBoss().getStatus()).isEqualTo(BossStatus.spawned);
    assertThat(story.world.actions(SpawnMonster.class))
        .containsExactly(new SpawnMonster("gef_fild07", 0, 0, 1917, 1, null));
    assertThat(story.world.actions(SetMapFlag.class))
        .contains(new SetMapFlag("gef_fild07", "story_boss_hp_rate", 2000));
  }

  @Test
  void shouldPayTheThreeBestOnceWhenTheBossHasFallen() {
    story.toLastChapter(new DeedShare(150001L, 10), new DeedShare(150002L, 20));
    story.kill(4 * DAY, 150003, "gef_fild07", 1917);
    story.mvp(
        4 * DAY,
        150003,
        "gef_fild07",
        1917,
        new MvpParticipant(150003L, 700L, 0),
        new MvpParticipant(150004L, 300L, 0));
    story.tick(4 * DAY + 1000);
    assertThat(story.arc().getStatus()).isEqualTo(ArcStatus.active);

    story.tick(4 * DAY + 12_000);
    story.tick(4 * DAY + HOUR);

    assertThat(story.arc().getStatus()).isEqualTo(ArcStatus.completed);
    assertThat(story.arc().getBoss().getStatus()).isEqualTo(BossStatus.defeated);
    assertThat(story.arc().getHeroes())
        .extracting(Hero::getPlayerId, Hero::getTitle)
        .containsExactly(
            tuple(150002L, "Champion"), tuple(150003L, "Hero"), tuple(150001L, "Defender"));
    assertThat(story.state().getParticipants())
        .filteredOn(entry -> entry.getPlayerId() == 150004L)
        .extracting(StoryParticipant::getContributionScore)
        .containsExactly(65L);
    assertThat(story.world.actions(GiveReward.class))
        .extracting(GiveReward::getItems)
        .containsExactly(
            List.of(new ItemAmount(617, 5)),
            List.of(new ItemAmount(617, 3)),
            List.of(new ItemAmount(607, 10)));
    assertThat(story.world.actions(GiveReward.class).get(0).getBuffs())
        .allMatch(buff -> buff.getMinutes() == Duration.ofDays(7).toMinutes())
        .hasSize(3);
    assertThat(story.world.signals(ReputationGain.class))
        .extracting(ReputationGain::getAmount)
        .containsExactly(300, 200, 100);
    assertThat(story.world.changes(StoryArcHistory.class)).hasSize(1);
    assertThat(story.world.changes(StoryParticipation.class))
        .filteredOn(StoryParticipation::getIsHero)
        .hasSize(3);
    assertThat(story.state().getVillainDefeats()).isEqualTo(1);
    assertThat(story.world.failures()).isEmpty();
  }

  @Test
  void shouldFailTheArcWhenNobodyDoesAnything() {
    story.world.tickTo(START + 14 * DAY + 20_000, HOUR);
    PastArc past = story.state().getPast().get(0);

    assertThat(past.getStatus()).isEqualTo(ArcStatus.failed);
    assertThat(past.getHeroes()).isEmpty();
    assertThat(past.getOutcomeSummary()).contains("nobody sleeps well");
    assertThat(past.getWorldChanges()).contains("rune_alliance: -500");
    assertThat(story.world.signals(FactionShift.class))
        .extracting(FactionShift::getMilli)
        .containsExactly(-500_000);
    assertThat(story.world.signals(HappeningEnded.class)).hasSize(1);
    assertThat(story.world.actions(GiveReward.class)).isEmpty();
  }

  @Test
  void shouldBeginAnotherArcWhenItIsSundayAndNoneRuns() {
    story.level(30, 0);
    story.world.tickTo(START + 14 * DAY + 20_000, HOUR);
    assertThat(ArcView.current(story.state())).isEmpty();

    story.world.tickTo(World.at("2026-12-12T23:59:59Z"), HOUR);
    assertThat(story.state().getArcs()).isEqualTo(1);
    story.world.tick(World.at("2026-12-13T00:00:00Z"));

    assertThat(story.state().getArcs()).isEqualTo(2);
    assertThat(story.arc().getTemplateId()).isNotEqualTo("gathering_storm");
  }

  @Test
  void shouldChangeNothingWhenAnArcRunsAndNobodyForcesAnother() {
    String id = story.arc().getArcId();
    story.command(HOUR, new GenerateArc());

    assertThat(story.arc().getArcId()).isEqualTo(id);
    assertThat(story.world.changes(AdminAudit.class)).isEmpty();
  }

  @Test
  void shouldAbandonTheArcWhenAnotherIsForced() {
    story.deed(HOUR, DeedOutcome.success, new DeedShare(150001L, 30));
    GenerateArc command =
        GenerateArc.newBuilder()
            .setForce(true)
            .setForceTheme("frost")
            .setRequestedId("asked")
            .setRequestedBy("operator")
            .build();
    story.command(2 * HOUR, command);
    story.command(2 * HOUR, command);

    assertThat(story.state().getPast())
        .extracting(PastArc::getStatus)
        .containsExactly(ArcStatus.abandoned);
    assertThat(story.arc().getArcId()).isEqualTo("asked");
    assertThat(story.arc().getTheme()).isEqualTo("frost");
    assertThat(story.state().getParticipants()).isEmpty();
    assertThat(story.world.actions(GiveReward.class)).isEmpty();
    assertThat(story.world.changes(AdminAudit.class))
        .extracting(AdminAudit::getAdminUser)
        .containsExactly("operator");
  }

  @Test
  void shouldNoteAChoiceWhenItsImpactIsGreat() {
    String arc = story.arc().getArcId();
    story.signal(HOUR, new PlayerChoice(arc, 150001L, "spare", "the courier", 49));
    story.signal(HOUR, new PlayerChoice(arc, 150001L, "burn", "the letters", 50));
    story.signal(HOUR, new PlayerChoice("another", 150001L, "burn", "the letters", 90));

    assertThat(story.arc().getChoices())
        .extracting(choice -> choice.getChoiceType())
        .containsExactly("burn");
    assertThat(story.state().getParticipants().get(0).getChoicesMade()).isEqualTo(2);
  }

  @Test
  void shouldMarkTheBossAsMissingWhenTheGameCouldNotBringIt() {
    story.toLastChapter();
    String key = "story:" + story.arc().getArcId() + ":boss";
    story.signal(5 * DAY, new ActionResult(key, ActionOutcome.failed, "no such monster"));

    assertThat(story.arc().getBoss().getStatus()).isEqualTo(BossStatus.missing);
  }

  @Test
  void shouldMarkTheRewardWhenTheGameHasGivenIt() {
    story.toLastChapter(new DeedShare(150001L, 10));
    story.kill(5 * DAY, 150001, "gef_fild07", 1917);
    story.tick(5 * DAY + 12_000);
    String key = "story:" + story.arc().getArcId() + ":hero:1";
    story.signal(6 * DAY, new ActionResult(key, ActionOutcome.completed, ""));

    assertThat(story.state().getPast().get(0).getHeroes())
        .extracting(Hero::getReward)
        .containsExactly(RewardStatus.paid);
  }

  @Test
  void shouldNameTheBestSoFarWhenItIsSundayEvening() {
    story.deed(HOUR, DeedOutcome.success, new DeedShare(150001L, 30));
    story.world.tickTo(World.at("2026-11-29T20:00:00Z"), 6 * HOUR);

    assertThat(story.arc().getHeroes()).extracting(Hero::getPlayerId).containsExactly(150001L);
    assertThat(story.world.actions(GiveReward.class)).isEmpty();
    assertThat(story.keys()).anyMatch(key -> key.contains(":heroes:"));
  }

  @Test
  void shouldSetTheRatesBackWhenAChapterWithModifiersCloses() {
    story.solveChapter(DAY);
    story.solveChapter(2 * DAY + HOUR);
    assertThat(story.world.actions(SetMapFlag.class)).containsExactly(flag(1250));

    story.solveChapter(3 * DAY + 2 * HOUR);

    assertThat(story.world.actions(SetMapFlag.class)).contains(flag(1000));
  }

  private SetMapFlag flag(int value) {
    return new SetMapFlag(
        story.chapter(3).getWorldModifiers().get(0).getMap(), "story_monster_spawn_rate", value);
  }
}
