package midgard.agents.quest;

import static midgard.agents.quest.QuestWorld.PLAYER;
import static midgard.agents.quest.QuestWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Settings;
import midgard.agent.World;
import midgard.agents.dynamicnpc.DynamicNpcAgents;
import midgard.schemas.Domain;
import midgard.schemas.action.CreateQuest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.dynamicnpc.NpcArrived;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.QuestAccept;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.quest.GeneratedQuest;
import midgard.schemas.quest.Quest;
import midgard.schemas.quest.QuestStatus;
import midgard.schemas.quest.QuestType;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestsTest {
  private static final long HOUR = 3_600_000;
  private final QuestWorld quests = new QuestWorld();

  @Test
  void shouldOfferAQuestAndGiveItWhenThePlayerAsksTwice() {
    quests.ask("Town Guard");
    assertThat(quests.open(0).getStatus()).isEqualTo(QuestStatus.available);
    assertThat(quests.world.actions(CreateQuest.class)).isEmpty();

    quests.ask("Town Guard");

    Quest quest = quests.open(0);
    assertThat(quest.getStatus()).isEqualTo(QuestStatus.active);
    assertThat(quest.getQuestType()).isEqualTo(QuestType.kill);
    assertThat(quests.world.actions(CreateQuest.class))
        .containsExactly(new CreateQuest(PLAYER, 60_000, quest.getTitle(), quest.getDescription()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Town Guard",
        "Blacksmith",
        "Merchant",
        "Old Scholar",
        "Guide",
        "Nun",
        "Lost Child",
        "Cook"
      })
  void shouldPayOnceWhenTheLastObjectiveIsMetWhateverTheType(String npc) {
    quests.take(npc);
    Quest quest = quests.open(0);
    quests.fulfil(quest, 1);
    assertThat(quests.world.actions(GiveReward.class)).isEmpty();

    quests.fulfil(quest, 0).fulfil(quest, 0);

    assertThat(quests.world.actions(GiveReward.class)).hasSize(1);
    GiveReward reward = quests.world.actions(GiveReward.class).get(0);
    assertThat(reward.getBaseExp()).isEqualTo(quest.getRewards().getBaseExp());
    assertThat(reward.getZeny()).isEqualTo(quest.getRewards().getZeny());
    assertThat(quests.world.signals(ReputationGain.class))
        .containsExactly(
            new ReputationGain(ReputationKind.problem_solver, 10, "quest", quest.getQuestId()));
    assertThat(quests.state().getOpen()).isEmpty();
    assertThat(quests.state().getCompleted()).isEqualTo(1);
    assertThat(quests.world.changes(GeneratedQuest.class))
        .last()
        .extracting(GeneratedQuest::getStatus)
        .isEqualTo(QuestStatus.completed);
  }

  @Test
  void shouldNotCountWhatWasDoneElsewhereOrBeforeWhenItIsAHunt() {
    quests.ask("Town Guard");
    Quest quest = quests.open(0);
    quests.fulfil(quest, 0);
    quests.ask("Town Guard");
    for (int i = 0; i < 40; i++) {
      quests.event("nowhere", MonsterKill.newBuilder().setMonsterId(1002).build());
    }

    assertThat(quests.open(0).getObjectives().get(0).getDone()).isZero();
  }

  @Test
  void shouldCountEachPersonOnceAndNotTheGiverWhenTheQuestIsTalk() {
    quests.take("Nun").talk("Nun", "prontera").talk("Anna", "prontera");
    quests.talk("Anna", "prontera");

    assertThat(quests.open(0).getObjectives().get(0).getDone()).isEqualTo(1);
  }

  @Test
  void shouldOfferNoSixthWhenFiveAreOpen() {
    for (int i = 0; i < 9; i++) {
      quests.ask("Cook " + i);
    }

    assertThat(quests.state().getOpen()).hasSize(5);
    assertThat(quests.state().getOpen())
        .extracting(Quest::getGameQuestId)
        .containsExactly(60_000, 60_001, 60_002, 60_003, 60_004);
  }

  @Test
  void shouldBeOverAtItsInstantWhenItIsNotTakenInAnHourOrNotDoneInADay() {
    quests.ask("Town Guard");
    quests.take("Cook");
    long offer = quests.open(0).getExpiresAt();
    long end = quests.open(1).getExpiresAt();
    assertThat(offer - START).isBetween(HOUR, HOUR + 10);
    assertThat(end - START).isBetween(24 * HOUR, 24 * HOUR + 10);
    assertThat(QuestView.available(PLAYER, quests.state(), offer - 1)).hasSize(1);
    assertThat(QuestView.available(PLAYER, quests.state(), offer)).isEmpty();
    assertThat(QuestView.active(PLAYER, quests.state(), end)).isEmpty();

    quests.at(end).fulfil(quests.open(1), 0);
    quests.world.tick(end);

    assertThat(quests.world.actions(GiveReward.class)).isEmpty();
    assertThat(quests.state().getOpen()).isEmpty();
    assertThat(quests.state().getPast())
        .extracting(Quest::getStatus)
        .containsExactly(QuestStatus.expired, QuestStatus.expired);
  }

  @Test
  void shouldBeTakenWhenTheGameSaysSoButNotDoneWhenItSaysSo() {
    quests.ask("Town Guard");
    quests.event("prontera", QuestAccept.newBuilder().setQuestId(60_000).build());
    assertThat(quests.open(0).getStatus()).isEqualTo(QuestStatus.active);

    quests.event("prontera", QuestComplete.newBuilder().setQuestId(60_000).build());
    quests.event("prontera", QuestComplete.newBuilder().setQuestId(2001).build());

    assertThat(quests.open(0).getStatus()).isEqualTo(QuestStatus.active);
    assertThat(quests.state().getCompletedInGame()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"44,false", "45,true", "60,true", "61,false"})
  void shouldBeTakenOnlyWithinItsLevelsWhenThePlayersLevelHasChanged(int level, boolean taken) {
    quests.level(50).ask("Town Guard").level(level).ask("Town Guard");

    assertThat(quests.open(0).getStatus())
        .isEqualTo(taken ? QuestStatus.active : QuestStatus.available);
  }

  @Test
  void shouldLeaveWanderersAndTheCollectorToTheirOwnQuestsWhenAsked() {
    World wanderers = new World(DynamicNpcAgents.of(Settings.DEFAULTS));
    wanderers.tick(START);
    NpcArrived npc = wanderers.signals(NpcArrived.class).get(0);
    quests.world.signal(Domain.PLAYER, null, START, npc);

    quests.ask(npc.getNpcName()).ask(npc.getNpcId()).ask("Fragment Collector");

    assertThat(quests.state().getOpen()).isEmpty();
  }

  @Test
  void shouldBeFoundByItsIdWhenItIsOpenOrLatelyOver() {
    quests.take("Town Guard");
    Quest quest = quests.open(0);
    assertThat(quest.getQuestId()).isEqualTo("quest-150001-1");
    assertThat(QuestView.playerOf(quest.getQuestId())).contains(PLAYER);
    quests.fulfil(quest, 0);

    assertThat(QuestView.find(PLAYER, quests.state(), "quest-150001-1", START))
        .map(QuestView::status)
        .contains(QuestStatus.completed);
    assertThat(
            List.of("", "quest", "quest-x-1", "quest-1-", "quest--1-1", "quest-1-1-1").stream()
                .map(QuestView::playerOf))
        .allMatch(player -> player.isEmpty());
  }

  @Test
  void shouldRememberTwentyWhenManyAreOver() {
    for (int i = 0; i < 30; i++) {
      quests.take("Town Guard").fulfil(quests.open(0), 0);
    }

    assertThat(quests.state().getPast()).hasSize(20);
    assertThat(quests.state().getCompleted()).isEqualTo(30);
    assertThat(quests.world.actions(GiveReward.class)).hasSize(30);
  }
}
