package midgard.agents.storyline;

import static midgard.agents.storyline.StoryWorld.DAY;
import static midgard.agents.storyline.StoryWorld.GROUND;
import static midgard.agents.storyline.StoryWorld.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.schemas.Domain;
import midgard.schemas.action.CreateQuest;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.storyline.BossFelled;
import midgard.schemas.storyline.ChapterClosed;
import midgard.schemas.storyline.GenerateArc;
import midgard.schemas.storyline.PlayerChoice;
import midgard.schemas.storyline.QuestProgress;
import midgard.schemas.storyline.StoryParticipant;
import midgard.schemas.storyline.StoryProgress;
import org.junit.jupiter.api.Test;

class StoryQuestsTest {
  private static final long MINUTE = 60_000;
  private final StoryWorld story = new StoryWorld();

  @Test
  void shouldPayTheBorderInvestigationOnceWhenFiftyMonstersFell() {
    story.kills(HOUR, 150001, 60);
    story.tick(HOUR + MINUTE);

    assertThat(story.world.actions(CreateQuest.class))
        .extracting(CreateQuest::getTitle)
        .containsExactly("Border Investigation");
    assertThat(story.world.actions(GiveReward.class))
        .extracting(GiveReward::getBaseExp)
        .containsExactly(50_000L);
    assertThat(story.world.signals(ReputationGain.class))
        .extracting(ReputationGain::getAmount)
        .containsExactly(100);
    StoryParticipant entry = story.state().getParticipants().get(0);
    assertThat(entry.getQuestsCompleted()).isEqualTo(1);
    assertThat(entry.getContributionScore()).isEqualTo(100 + 10 * 10);
    assertThat(entry.getPlayerName()).isEqualTo("Player150001");
    assertThat(story.chapter(1).getPoints()).isEqualTo(20 + 10 * 2);
  }

  @Test
  void shouldTellPartialSumsWhenTheQuestIsNotDone() {
    story.kills(HOUR, 150001, 12);
    story.tick(HOUR + MINUTE);
    story.kills(HOUR + 2 * MINUTE, 150001, 3);
    story.tick(HOUR + 3 * MINUTE);

    assertThat(story.world.signals(StoryProgress.class))
        .extracting(StoryProgress::getSteps)
        .containsExactly(2, 1);
    assertThat(story.world.changes(QuestProgress.class))
        .extracting(QuestProgress::getProgressPercent)
        .containsExactly(24, 30);
  }

  @Test
  void shouldReadNoStateWhenNoQuestAsksForIt() {
    story.kill(HOUR, 150009, "moc_fild12", 1002);
    story.pickup(HOUR, 150009, 909, 5);
    story.go(HOUR, 150009, "geffen");

    assertThat(story.world.dump()).noneMatch(line -> line.contains("storyline-player 150009 "));
  }

  @Test
  void shouldAskForEveryObjectiveWhenTheQuestHasTwo() {
    story.solveChapter(DAY);
    story.pickup(2 * DAY, 150001, 705, 999);
    assertThat(story.player(150001).getQuests().get(0).getDone()).containsExactly(20, 0);
    assertThat(story.world.actions(GiveReward.class)).isEmpty();

    story.go(2 * DAY + HOUR, 150001, "gef_fild07");

    assertThat(story.world.actions(GiveReward.class)).hasSize(1);
    assertThat(QuestView.all(story.arc(), story.player(150001), StoryWorld.START + 2 * DAY + HOUR))
        .extracting(QuestView::status)
        .containsExactly("closed", "completed");
  }

  @Test
  void shouldCountForThePlayerButNotTheNextChapterWhenToldLate() {
    story.kills(DAY, 150001, 10);
    story.solveChapter(DAY + 1);
    story.tick(2 * DAY);

    assertThat(story.state().getParticipants().get(0).getContributionScore()).isEqualTo(20);
    assertThat(story.chapter(2).getPoints()).isZero();
  }

  @Test
  void shouldCountNothingWhenTheChapterIsOver() {
    story.world.tick(StoryWorld.START + 2 * DAY);
    story.kills(3 * DAY, 150001, 50);

    assertThat(story.world.actions(GiveReward.class)).isEmpty();
  }

  @Test
  void shouldStartTheNextChaptersQuestsWhenTheLastOneWasUntold() {
    story.kills(DAY, 150001, 10);
    story.solveChapter(DAY + 1);
    story.pickup(2 * DAY, 150001, 705, 20);

    assertThat(story.world.signals(ChapterClosed.class)).hasSize(1);
    assertThat(story.world.signals(StoryProgress.class))
        .extracting(StoryProgress::getChapterNumber)
        .containsExactly(1);
    assertThat(story.player(150001).getQuests()).hasSize(2);
  }

  @Test
  void shouldTakeTheFirstDealingAsAChoiceWhenItIsOneOfTheStorysPeople() {
    for (Interaction interaction :
        List.of(Interaction.talk, Interaction.help, Interaction.attack)) {
      NpcInteraction deal =
          NpcInteraction.newBuilder()
              .setNpcName("Captain Aldric")
              .setInteraction(interaction)
              .build();
      story.event(HOUR, 150001, "prontera", deal);
    }

    assertThat(story.world.signals(PlayerChoice.class))
        .extracting(PlayerChoice::getChoiceType)
        .containsExactly("help");
    assertThat(story.world.actions(CreateQuest.class)).hasSize(1);
  }

  @Test
  void shouldTellOfTheBossOnlyWhenItFallsOnItsMapInItsChapter() {
    story.kill(HOUR, 150001, "gef_fild07", 1917);
    story.toLastChapter();
    story.kill(5 * DAY, 150001, GROUND, 1917);
    assertThat(story.world.signals(BossFelled.class)).isEmpty();

    story.kill(5 * DAY, 150001, "gef_fild07", 1917);

    assertThat(story.world.signals(BossFelled.class)).hasSize(1);
  }

  @Test
  void shouldForgetTheLastArcsQuestsWhenAnotherBegins() {
    story.kills(HOUR, 150001, 10);
    String before = story.player(150001).getArcId();
    story.command(2 * HOUR, GenerateArc.newBuilder().setForce(true).setForceTheme("trade").build());
    story.kill(3 * HOUR, 150001, "prt_sewb2", 1051);

    assertThat(story.player(150001).getArcId()).isNotEqualTo(before);
    assertThat(story.player(150001).getQuests()).hasSize(1);
    assertThat(story.world.state(new Storyline(false), Domain.WORLD_KEY).getArcs()).isEqualTo(2);
  }
}
