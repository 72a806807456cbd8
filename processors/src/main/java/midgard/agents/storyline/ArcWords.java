package midgard.agents.storyline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import midgard.agent.Context;
import midgard.schemas.model.ModelPriority;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterStatus;
import midgard.schemas.storyline.StorylineState;

/**
 * The words of an arc, which a language model may put better. It gets to change nothing but words:
 * people, quests, rewards, bosses and times are the template's.
 */
final class ArcWords {
  static final String TEMPLATE = "template";
  static final String MODEL = "model";

  private static final String PURPOSE = "arc:";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration VALID_FOR = Duration.ofMinutes(30);
  private static final int COMPLEXITY = 900;
  private static final int MOST_CHARACTERS = 8000;
  private static final int MOST_TOKENS = 4000;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SUMMARY = 1000;
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_GREETING = 200;

  private static final String INSTRUCTIONS =
      "You write story arcs for a fantasy online game in plain, vivid English. You are given an arc"
          + " that was chosen for a world. Retell its texts so that they fit that world. Keep the"
          + " number and the order of chapters, keep every name of a person, monster and place."
          + " Promise no rewards. Answer with JSON only.";

  private static final String SCHEMA =
      """
      {"type":"object","required":["arc_name","arc_summary","chapters"],"additionalProperties":false,
       "properties":{"arc_name":{"type":"string","maxLength":200},
        "arc_summary":{"type":"string","maxLength":1000},
        "chapters":{"type":"array","items":{"type":"object",
         "required":["title","summary","greeting"],"additionalProperties":false,
         "properties":{"title":{"type":"string","maxLength":100},
          "summary":{"type":"string","maxLength":1000},
          "greeting":{"type":"string","maxLength":200}}}}}}""";

  private record ChapterWords(String title, String summary, String greeting) {}

  private record Words(String name, String summary, List<ChapterWords> chapters) {}

  private ArcWords() {}

  static void ask(Arc arc, WorldStateSnapshot world, Context<StorylineState> context) {
    context.ask(
        new Context.Question(
            PURPOSE + arc.getArcId(),
            INSTRUCTIONS,
            prompt(arc, world),
            SCHEMA,
            MOST_CHARACTERS,
            MOST_TOKENS,
            ModelPriority.low,
            COMPLEXITY,
            VALID_FOR));
  }

  private static String prompt(Arc arc, WorldStateSnapshot world) {
    String chapters =
        arc.getChapters().stream()
            .map(
                chapter ->
                    "%d. %s: %s %s says: %s"
                        .formatted(
                            chapter.getChapterNumber(),
                            chapter.getChapterTitle(),
                            chapter.getChapterSummary(),
                            chapter.getNpcs().get(0).getNpcName(),
                            chapter.getNpcs().get(0).getGreeting()))
            .collect(Collectors.joining("\n"));
    return """
        Arc: %s
        %s
        Boss: %s at %s
        Chapters:
        %s
        The world: %d players on line, mean level %d, busiest maps %s, dominant faction %s, \
        arcs before: %s."""
        .formatted(
            arc.getArcName(),
            arc.getArcSummary(),
            arc.getBoss().getBossName(),
            arc.getBoss().getSpawnMap(),
            chapters,
            world.onlinePlayerCount(),
            world.playerAverageLevel(),
            world.mostVisitedMaps(),
            world.dominantFaction().orElse("none"),
            world.previousArcs());
  }

  static boolean isFor(Arc arc, String purpose) {
    return purpose.equals(PURPOSE + arc.getArcId());
  }

  /**
   * Puts the words in place where nobody has read the old ones yet.
   *
   * @return whether they fit; an answer that does not leaves every word as it was
   */
  static boolean adopt(Arc arc, String answer) {
    Optional<Words> words = parse(answer, arc.getChapters().size());
    words.ifPresent(found -> put(found, arc));
    return words.isPresent();
  }

  private static void put(Words words, Arc arc) {
    arc.setArcName(words.name());
    arc.setArcSummary(words.summary());
    arc.setTextsBy(MODEL);
    for (int i = 0; i < words.chapters().size(); i++) {
      Chapter chapter = arc.getChapters().get(i);
      if (chapter.getStatus() == ChapterStatus.pending) {
        chapter.setChapterTitle(words.chapters().get(i).title());
        chapter.setChapterSummary(words.chapters().get(i).summary());
        chapter.getNpcs().get(0).setGreeting(words.chapters().get(i).greeting());
      }
    }
  }

  private static Optional<Words> parse(String answer, int chapters) {
    JsonNode root;
    try {
      root = JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (root == null || root.path("chapters").size() != chapters) {
      return Optional.empty();
    }
    Optional<String> name = text(root, "arc_name", LONGEST_NAME);
    Optional<String> summary = text(root, "arc_summary", LONGEST_SUMMARY);
    List<ChapterWords> found = new ArrayList<>();
    for (JsonNode chapter : root.path("chapters")) {
      Optional<String> title = text(chapter, "title", LONGEST_TITLE);
      Optional<String> about = text(chapter, "summary", LONGEST_SUMMARY);
      Optional<String> greeting = text(chapter, "greeting", LONGEST_GREETING);
      if (title.isPresent() && about.isPresent() && greeting.isPresent()) {
        found.add(new ChapterWords(title.get(), about.get(), greeting.get()));
      }
    }
    return name.isPresent() && summary.isPresent() && found.size() == chapters
        ? Optional.of(new Words(name.get(), summary.get(), found))
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode node, String field, int longest) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      return Optional.empty();
    }
    String text = value.asText().strip();
    boolean fits =
        !text.isEmpty()
            && text.length() <= longest
            && text.chars().noneMatch(Character::isISOControl);
    return fits ? Optional.of(text) : Optional.empty();
  }
}
