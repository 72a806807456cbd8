package midgard.agents.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import midgard.mind.Acquaintance;
import midgard.mind.Personality;
import midgard.schemas.consciousness.MoodLine;
import midgard.schemas.dialogue.Reply;
import midgard.schemas.memory.Hearsay;
import midgard.schemas.memory.Memory;
import midgard.schemas.memory.MemoryState;

/**
 * Something that an NPC brings up: a deed it knows of, an old favour, gossip, news. The same is
 * told to a player once, as long as the NPC remembers its replies.
 */
record Mention(String id, String text) {
  private static final int FAVOUR = 5;
  private static final int NEWS = 4;
  private static final int BELIEVED_MILLI = 500;

  static Optional<Mention> of(
      Hearer hearer,
      Personality personality,
      MemoryState memory,
      List<MoodLine> mood,
      List<Reply> said,
      long time) {
    if (hearer.isHostile()) {
      return Optional.empty();
    }
    return Stream.of(
            deeds(hearer, memory),
            favours(hearer, memory, time),
            gossip(hearer, personality, memory, time),
            news(memory, mood, time))
        .flatMap(mentions -> mentions)
        .filter(mention -> !wasSaid(mention, hearer, said))
        .findFirst();
  }

  private static boolean wasSaid(Mention mention, Hearer hearer, List<Reply> said) {
    return said.stream()
        .anyMatch(
            reply ->
                reply.getPlayerId() == hearer.playerId()
                    && reply.getMention().equals(mention.id()));
  }

  private static Stream<Mention> deeds(Hearer hearer, MemoryState memory) {
    return memory.getMemories().stream()
        .filter(known -> known.getType().equals("fact") && isOf(known, hearer))
        .map(
            known ->
                new Mention(
                    known.getMemoryId(),
                    "I know what you did: " + known.getContent() + " You had a hand in it."));
  }

  private static Stream<Mention> favours(Hearer hearer, MemoryState memory, long time) {
    return memory.getMemories().stream()
        .filter(known -> known.getType().equals("interaction") && isOf(known, hearer))
        .filter(known -> known.getImportance() >= FAVOUR && known.getRememberedAt() < time)
        .map(
            known ->
                new Mention(known.getMemoryId(), "I have not forgotten: " + known.getContent()));
  }

  private static boolean isOf(Memory memory, Hearer hearer) {
    return memory.getParticipants().contains(Long.toString(hearer.playerId()));
  }

  /** Strangers hear it only from those who cannot keep anything to themselves. */
  private static Stream<Mention> gossip(
      Hearer hearer, Personality personality, MemoryState memory, long time) {
    boolean tells =
        hearer.valueMilli() >= 0
            && (hearer.word().isAtLeast(Acquaintance.ACQUAINTANCE)
                || personality.extraversion() > Personality.HIGH);
    return memory.getHearsay().stream()
        .filter(heard -> tells && heard.getExpiresAt() > time)
        .filter(heard -> heard.getReliabilityMilli() >= BELIEVED_MILLI)
        .map(heard -> new Mention(heard.getInfoId(), gossip(heard, hearer)));
  }

  private static String gossip(Hearsay heard, Hearer hearer) {
    String whose = heard.getPlayerId() == hearer.playerId() ? "They speak of you: " : "They say: ";
    return whose + heard.getContent();
  }

  private static Stream<Mention> news(MemoryState memory, List<MoodLine> mood, long time) {
    return mood.stream()
        .filter(line -> !line.getOver() && (line.getEndsAt() == 0 || line.getEndsAt() > time))
        .filter(line -> line.getMap().isEmpty() || line.getMap().equals(memory.getMap()))
        .filter(line -> line.getImportance() >= NEWS && !line.getText().isEmpty())
        .map(
            line ->
                new Mention(
                    line.getTopic() + ":" + line.getId(), "Have you heard? " + line.getText()));
  }
}
