package midgard.agents.storyline;

import static midgard.agents.storyline.StoryWorld.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import midgard.schemas.Domain;
import midgard.schemas.model.ModelAnswer;
import midgard.schemas.model.ModelTier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArcWordsTest {
  private static final String CHAPTER =
      "{\"title\":\"T%d\",\"summary\":\"S%d\",\"greeting\":\"G%d\"}";
  private final StoryWorld story = new StoryWorld(true);

  private static String words(int chapters, String more) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= chapters; i++) {
      text.append(i > 1 ? "," : "").append(CHAPTER.formatted(i, i, i));
    }
    return "{\"arc_name\":\"Red Sky\",\"arc_summary\":\"It begins.\","
        + more
        + "\"chapters\":["
        + text
        + "]}";
  }

  private void answer(long after, String text) {
    story.world.answer(
        Storyline.STATE.id(),
        Domain.WORLD,
        Domain.WORLD_KEY,
        StoryWorld.START + after,
        ModelAnswer.newBuilder()
            .setRequestId("r")
            .setPurpose("arc:" + story.arc().getArcId())
            .setText(text)
            .setTier(ModelTier.model)
            .build());
  }

  @Test
  void shouldAskNobodyWhenNoModelIsThere() {
    assertThat(new StoryWorld(false).world.requests()).isEmpty();
    assertThat(story.world.requests()).hasSize(1);
    assertThat(story.arc().getArcName()).isEqualTo("The Gathering Storm");
  }

  @Test
  void shouldTellTheModelsWordsWhenTheyFit() {
    var quests = story.chapter(2).getQuests();
    answer(HOUR, words(4, "\"reward\":{\"exp\":999999999},"));

    assertThat(story.arc().getArcName()).isEqualTo("Red Sky");
    assertThat(story.arc().getTextsBy()).isEqualTo("model");
    assertThat(story.chapter(1).getChapterTitle()).isEqualTo("Smoke at the Border");
    assertThat(story.chapter(2).getChapterTitle()).isEqualTo("T2");
    assertThat(story.chapter(2).getNpcs().get(0).getGreeting()).isEqualTo("G2");
    assertThat(story.chapter(2).getQuests()).isEqualTo(quests);
    assertThat(story.arc().getBoss().getBossId()).isEqualTo(1917);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no json", "[]", "{\"chapters\":5}", "{\"chapters\":[1,2,3,4]}", "null"})
  void shouldKeepTheTemplateWhenTheAnswerIsNoArc(String text) {
    var before = story.arc();
    answer(HOUR, text);
    answer(HOUR, words(3, ""));
    answer(HOUR, words(4, "").replace("T3", "x".repeat(101)));

    assertThat(story.arc()).isEqualTo(before);
    assertThat(story.world.failures()).isEmpty();
  }

  @Test
  void shouldKeepTheTemplateWhenTheAnswerComesAfterTheArc() {
    story.world.tickTo(StoryWorld.START + 14 * StoryWorld.DAY + 20_000, HOUR);
    answer(15 * StoryWorld.DAY, words(4, ""));

    assertThat(story.arc().getTextsBy()).isEqualTo("template");
  }
}
