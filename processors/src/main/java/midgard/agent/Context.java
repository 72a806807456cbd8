package midgard.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import midgard.schemas.Cause;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.model.ModelPriority;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What a rule knows beside its message, and what it can do. Effects are carried out when the rule
 * has returned; a rule that throws leaves no trace but a dead letter.
 *
 * @param <S> the agent's state
 */
public interface Context<S extends SpecificRecord> {

  /**
   * The state of {@link #key}: a copy of the rule's own, to be changed in place. Read on first use.
   */
  S state();

  /**
   * Another agent's state of the same key, as it stands now. To be read only: what a rule changes
   * in it is never kept. Agents earlier in the list have seen this message already.
   */
  <T extends SpecificRecord> T peek(StateOf<T> other);

  /** Takes the key's state out of the store: it is as if the key had never been touched. */
  void forget();

  /** What all keys of this agent share. To be read only. */
  <X extends SpecificRecord> X shared(Shared<X> shared);

  /**
   * What all keys of this agent share, to be changed in place. Only in the world's domain: its one
   * partition makes what is shared the same for all.
   */
  <X extends SpecificRecord> X changeShared(Shared<X> shared);

  String key();

  /** Event time of the message; for timers and jobs the time of the tick. Ms UTC. */
  long time();

  /**
   * The time of the partition's last tick: what "now" means for deadlines. Ms UTC; 0 before the
   * first.
   */
  long clock();

  /** The zone of day boundaries. */
  ZoneId zone();

  /** The day of {@link #time} in the world's zone, counted from 1970. */
  default int day() {
    long offset = zone().getRules().getOffset(Instant.ofEpochMilli(time())).getTotalSeconds();
    return (int) Math.floorDiv(time() + offset * 1000, Duration.ofDays(1).toMillis());
  }

  /** The game event that carried the message. */
  GameEvent event();

  /** Seeded from the world's seed, the message's place in its inbox, the agent and the key. */
  UniformRandomProvider random();

  /** The place of the message that is being worked on. */
  Cause cause();

  /** A new id, unique in the world and the same in every replay: {@code problem-w0-4711}. */
  String newId(String prefix);

  /** A fact for {@code world.changes}: one whole row. */
  void change(SpecificRecord row);

  /** Something for the game to do; an agent with a rule for {@code ActionResult} hears of it. */
  void action(GameRequest request);

  /** A text that a language model may write; the rule for {@code ModelAnswer} gets it. */
  void ask(Question question);

  /** Tells an agent of another key or domain; it arrives through that domain's inbox. */
  void signal(Domain domain, String key, SpecificRecord signal);

  /** Tells one agent of a key, and no other that has a rule for such a message. */
  void answer(Domain domain, String key, String agent, SpecificRecord signal);

  /** Tells every partition of a domain. */
  void broadcast(Domain domain, SpecificRecord signal);

  /**
   * Runs the timer's rule for this key at the first tick that reaches the instant; one in the past
   * at the next tick. Setting the same timer for the same instant again changes nothing: what
   * follows goes back to the event that set it first. Timers are not taken back: a rule looks at
   * its state to see whether it is still wanted.
   */
  void wakeAt(long time, String timer);

  /**
   * When this key's turn comes next, for what may wait and is done together: the first instant
   * after {@link #clock} that is this far from a multiple of the period, counted from 1970, as the
   * key alone says. So the keys of a world do not all fall due at one tick, which would have to be
   * worked off before anything that comes after it.
   *
   * @return ms UTC, at most one period after the clock
   */
  long nextTurn(Duration period);

  /**
   * Keeps a closed window of this key, in a series that the agent {@linkplain Agent#writes writes}.
   */
  <W extends SpecificRecord> void keep(WindowSeries<W> series, long windowStart, W window);

  /**
   * A question to a language model. What it answers may be shown, never obeyed.
   *
   * @param purpose names what the text is for; the answer carries it again
   * @param instructions what the model is told to be; never holds a player's words
   * @param prompt what it is told now
   * @param answerSchema JSON Schema of the answer; null: plain text
   * @param complexityMilli 0 to 1000 (domain reference 6.1)
   */
  record Question(
      String purpose,
      String instructions,
      String prompt,
      String answerSchema,
      int maxCharacters,
      int maxTokens,
      ModelPriority priority,
      int complexityMilli,
      Duration validFor) {}
}
