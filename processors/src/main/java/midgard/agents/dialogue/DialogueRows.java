package midgard.agents.dialogue;

import java.time.Instant;
import midgard.mind.Personality;
import midgard.schemas.dialogue.DialogueState;
import midgard.schemas.dialogue.NpcPersonality;
import midgard.schemas.dialogue.PlayerInteraction;
import midgard.schemas.dialogue.Reply;

/** What the database gets to see. A player's own words are not among it. */
final class DialogueRows {
  private DialogueRows() {}

  static NpcPersonality personality(String npc, DialogueState state, long time) {
    Personality traits = Personality.of(npc);
    return new NpcPersonality(
        npc,
        state.getNpcName(),
        traits.openness(),
        traits.conscientiousness(),
        traits.extraversion(),
        traits.agreeableness(),
        traits.neuroticism(),
        state.getLawMilli(),
        state.getMoralMilli(),
        Alignment.label(state.getLawMilli(), state.getMoralMilli()),
        Instant.ofEpochMilli(time));
  }

  static PlayerInteraction interaction(String npc, DialogueState state, Reply reply) {
    return new PlayerInteraction(
        reply.getReplyId(),
        npc,
        state.getNpcName(),
        reply.getPlayerId(),
        reply.getInteraction(),
        reply.getText(),
        reply.getEmotion(),
        reply.getNextActions(),
        reply.getRelationshipMilli(),
        reply.getRelationshipWord(),
        reply.getVisits(),
        Alignment.label(state.getLawMilli(), state.getMoralMilli()),
        reply.getSource(),
        reply.getRevision(),
        reply.getMap(),
        Instant.ofEpochMilli(reply.getSaidAt()));
  }
}
