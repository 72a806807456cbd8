package midgard.agents.dialogue;

import java.time.Instant;
import java.util.List;
import midgard.mind.Personality;
import midgard.schemas.dialogue.DialogueState;
import midgard.schemas.dialogue.Reply;

/**
 * What an NPC is like and what it said last, latest first.
 *
 * @param known false: nobody ever spoke to it
 * @param traits 0 to 1 each
 */
public record DialogueView(
    String npcId,
    String npcName,
    boolean known,
    Traits traits,
    String emotion,
    String alignment,
    List<Said> replies) {

  public record Traits(
      double openness,
      double conscientiousness,
      double extraversion,
      double agreeableness,
      double neuroticism) {}

  /**
   * @param source template, instant, model
   */
  public record Said(
      String replyId,
      String speaker,
      long playerId,
      String interaction,
      String text,
      String emotion,
      List<String> nextActions,
      double relationship,
      String relationshipWord,
      String source,
      int revision,
      Instant saidAt) {}

  private static final double MILLI = 1000;

  public static DialogueView of(String npc, DialogueState state) {
    Personality traits = Personality.of(npc);
    return new DialogueView(
        npc,
        state.getNpcName(),
        !state.getReplies().isEmpty(),
        new Traits(
            traits.openness() / MILLI,
            traits.conscientiousness() / MILLI,
            traits.extraversion() / MILLI,
            traits.agreeableness() / MILLI,
            traits.neuroticism() / MILLI),
        Phrases.emotion(traits).name(),
        Alignment.label(state.getLawMilli(), state.getMoralMilli()),
        state.getReplies().stream().map(reply -> said(state, reply)).toList());
  }

  private static Said said(DialogueState state, Reply reply) {
    return new Said(
        reply.getReplyId(),
        state.getNpcName(),
        reply.getPlayerId(),
        reply.getInteraction(),
        reply.getText(),
        reply.getEmotion().name(),
        reply.getNextActions(),
        reply.getRelationshipMilli() / MILLI,
        reply.getRelationshipWord(),
        reply.getSource().name(),
        reply.getRevision(),
        Instant.ofEpochMilli(reply.getSaidAt()));
  }
}
