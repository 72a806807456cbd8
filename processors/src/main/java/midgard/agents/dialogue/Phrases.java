package midgard.agents.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import midgard.mind.Personality;
import midgard.schemas.dialogue.Emotion;
import midgard.schemas.event.Interaction;
import org.apache.commons.rng.UniformRandomProvider;

/** The words that NPCs have of their own. */
final class Phrases {
  private static final Set<String> GREETINGS =
      Set.of("hi", "hello", "hey", "greetings", "good morning", "good day", "good evening");
  private static final Set<String> FAREWELLS =
      Set.of("bye", "goodbye", "good bye", "farewell", "see you", "good night");

  private static final List<String> HELLO =
      List.of("Greetings, %s.", "Good day to you, %s.", "Hello, %s. What brings you here?");
  private static final List<String> GOODBYE =
      List.of("Farewell, %s.", "Safe travels, %s.", "Until next time, %s.");

  static final String BUSY = "One moment, please. I cannot listen to so much at once.";
  static final String CONFUSED = "That was too much for me. Say it in fewer words, please.";

  /** A kind of canned line. */
  enum Canned {
    GREETING,
    FAREWELL,
    NONE
  }

  private Phrases() {}

  /** Which canned line answers a message; by the whole message, so that nothing is overheard. */
  static Canned canned(String message) {
    String plain = message.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "").trim();
    if (GREETINGS.contains(plain)) {
      return Canned.GREETING;
    }
    return FAREWELLS.contains(plain) ? Canned.FAREWELL : Canned.NONE;
  }

  static String line(Canned canned, String name, UniformRandomProvider random) {
    List<String> lines = canned == Canned.GREETING ? HELLO : GOODBYE;
    return pick(lines, random).formatted(name);
  }

  /** The first trait that shows, in the order of the reference. */
  static Emotion emotion(Personality personality) {
    if (personality.agreeableness() > Personality.HIGH) {
      return Emotion.friendly;
    }
    if (personality.neuroticism() > Personality.HIGH) {
      return Emotion.anxious;
    }
    if (personality.extraversion() > Personality.HIGH) {
      return Emotion.enthusiastic;
    }
    if (personality.openness() > Personality.HIGH) {
      return Emotion.curious;
    }
    return personality.conscientiousness() > Personality.HIGH
        ? Emotion.professional
        : Emotion.neutral;
  }

  static List<String> nextActions(Interaction interaction) {
    return switch (interaction) {
      case talk -> List.of("trade", "quest");
      case trade -> List.of("buy", "sell");
      case quest -> List.of("accept", "decline");
      case gift, help -> List.of("talk", "quest");
      default -> List.of();
    };
  }

  static String opening(Hearer hearer) {
    if (hearer.isHostile()) {
      return "You again. Keep your distance.";
    }
    return switch (hearer.word()) {
      case STRANGER -> "Welcome, traveller.";
      case ACQUAINTANCE -> "Good to see you again, %s.".formatted(hearer.name());
      case FRIEND -> "%s, my friend!".formatted(hearer.name());
      case CLOSE_FRIEND -> "%s! I hoped that you would come.".formatted(hearer.name());
    };
  }

  static String matter(Interaction interaction, Emotion emotion, UniformRandomProvider random) {
    return switch (interaction) {
      case trade ->
          pick(List.of("Let us see what we can trade.", "My wares are yours to look at."), random);
      case quest ->
          pick(
              List.of("There is work, if you are willing.", "I have a task for able hands."),
              random);
      case gift -> pick(List.of("For me? You are kind.", "I thank you for this."), random);
      case help ->
          pick(List.of("I owe you for your help.", "That was a good turn you did me."), random);
      case attack -> pick(List.of("Stop that! Help!", "Have you lost your mind?"), random);
      default -> mood(emotion);
    };
  }

  private static String mood(Emotion emotion) {
    return switch (emotion) {
      case friendly -> "Sit down with me for a while.";
      case anxious -> "Did you hear something? These days I start at every sound.";
      case enthusiastic -> "What a day to be out and about!";
      case curious -> "Tell me, what have you seen on your way?";
      case professional -> "How may I be of service?";
      case neutral -> "What can I do for you?";
    };
  }

  private static String pick(List<String> lines, UniformRandomProvider random) {
    return lines.get(random.nextInt(lines.size()));
  }
}
