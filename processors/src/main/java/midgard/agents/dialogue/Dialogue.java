package midgard.agents.dialogue;

import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.mind.Personality;
import midgard.mind.ReasoningDepth;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.dialogue.DialogueState;
import midgard.schemas.dialogue.Reply;
import midgard.schemas.dialogue.ReplySource;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.memory.MemoryState;
import midgard.schemas.model.ModelAnswer;

/**
 * What an NPC says when a player turns to it: by what it is like, what it remembers, what is said
 * and what goes on. A language model may put it into other words later.
 */
public final class Dialogue extends Agent<DialogueState> {
  public static final StateOf<DialogueState> STATE =
      StateOf.of(AgentName.DIALOGUE, Domain.NPC, DialogueState.class);

  private static final StateOf<MemoryState> MEMORY =
      StateOf.of(AgentName.MEMORY, Domain.NPC, MemoryState.class);
  private static final int REPLIES = 20;

  private final boolean instant;
  private final boolean asksModel;
  private final ReasoningDepth depth;
  private final Shared<WorldMood> mood;

  /**
   * @param instant whether greetings are answered by canned lines
   * @param asksModel whether a language model may word replies
   */
  public Dialogue(boolean instant, boolean asksModel, ReasoningDepth depth) {
    super(STATE);
    this.instant = instant;
    this.asksModel = asksModel;
    this.depth = depth;
    mood = share(WorldMood.class, () -> WorldMood.newBuilder().build());
    onBroadcast(mood, WorldMood.class, Dialogue::note);
    on(NpcInteraction.class, this::spokenTo);
    on(ModelAnswer.class, this::answered);
  }

  private static void note(WorldMood told, WorldMood known) {
    if (told.getToldAt() >= known.getToldAt()) {
      known.setToldAt(told.getToldAt());
      known.setLines(told.getLines());
    }
  }

  private void spokenTo(NpcInteraction interaction, Context<DialogueState> context) {
    Interaction kind = interaction.getInteraction();
    boolean place = kind == Interaction.dig || kind == Interaction.chest;
    GameEvent event = context.event();
    if (event.getPlayerId() <= 0 || place) {
      return;
    }
    DialogueState state = context.state();
    feel(interaction, context);
    MemoryState memory = context.peek(MEMORY);
    String name = event.getPlayerName() == null ? "traveller" : event.getPlayerName();
    Hearer hearer = Hearer.of(memory, event.getPlayerId(), name, context.time());
    String message = interaction.getMessage() == null ? "" : interaction.getMessage().strip();
    Reply reply = reply(kind, message, hearer, memory, context);
    state.getReplies().add(0, reply);
    if (state.getReplies().size() > REPLIES) {
      state.getReplies().remove(REPLIES);
    }
    context.change(DialogueRows.interaction(context.key(), state, reply));
    if (asksModel && reply.getSource() == ReplySource.template) {
      context.ask(Prompt.question(state, reply, message, memory, depth, context.key()));
    }
  }

  /** The NPC's alignment; its row is written when it is met first, and when it has changed. */
  private static void feel(NpcInteraction interaction, Context<DialogueState> context) {
    DialogueState state = context.state();
    int law = state.getLawMilli();
    int moral = state.getMoralMilli();
    boolean renamed = !interaction.getNpcName().equals(state.getNpcName());
    state.setNpcName(interaction.getNpcName());
    Alignment.change(state, interaction.getInteraction());
    if (renamed || law != state.getLawMilli() || moral != state.getMoralMilli()) {
      context.change(DialogueRows.personality(context.key(), state, context.time()));
    }
  }

  private Reply reply(
      Interaction kind,
      String message,
      Hearer hearer,
      MemoryState memory,
      Context<DialogueState> context) {
    DialogueState state = context.state();
    if (message.length() > ChatLimits.LONGEST) {
      return say(Phrases.CONFUSED, ReplySource.instant, "", kind, hearer, context);
    }
    if (!message.isEmpty()
        && !ChatLimits.admit(state.getSpeakers(), hearer.playerId(), context.time())) {
      return say(Phrases.BUSY, ReplySource.instant, "", kind, hearer, context);
    }
    Phrases.Canned canned = instant ? Phrases.canned(message) : Phrases.Canned.NONE;
    if (canned != Phrases.Canned.NONE && kind == Interaction.talk && !hearer.isHostile()) {
      String line = Phrases.line(canned, hearer.name(), context.random());
      return say(line, ReplySource.instant, "", kind, hearer, context);
    }
    Personality personality = Personality.of(context.key());
    Optional<Mention> mention =
        kind == Interaction.attack
            ? Optional.empty()
            : Mention.of(
                hearer,
                personality,
                memory,
                context.shared(mood).getLines(),
                state.getReplies(),
                context.time());
    String matter = Phrases.matter(kind, Phrases.emotion(personality), context.random());
    String text =
        (kind == Interaction.attack ? "" : Phrases.opening(hearer) + " ")
            + matter
            + mention.map(more -> " " + more.text()).orElse("");
    return say(
        text, ReplySource.template, mention.map(Mention::id).orElse(""), kind, hearer, context);
  }

  private static Reply say(
      String text,
      ReplySource source,
      String mention,
      Interaction kind,
      Hearer hearer,
      Context<DialogueState> context) {
    String map = context.event().getMap();
    return new Reply(
        context.newId("reply"),
        hearer.playerId(),
        hearer.name(),
        kind.name(),
        text,
        Phrases.emotion(Personality.of(context.key())),
        Phrases.nextActions(kind),
        mention,
        hearer.valueMilli(),
        hearer.word().word(),
        hearer.visits(),
        source,
        1,
        map == null ? "" : map,
        context.time());
  }

  private void answered(ModelAnswer answer, Context<DialogueState> context) {
    Optional<String> words = Prompt.words(answer.getText());
    if (words.isEmpty() || !answer.getPurpose().startsWith(Prompt.PURPOSE)) {
      return;
    }
    List<Reply> replies = context.state().getReplies();
    for (Reply reply : replies) {
      boolean isMeant = answer.getPurpose().equals(Prompt.PURPOSE + reply.getReplyId());
      if (isMeant && reply.getSource() == ReplySource.template) {
        reply.setText(words.get());
        reply.setSource(ReplySource.model);
        reply.setRevision(reply.getRevision() + 1);
        context.change(DialogueRows.interaction(context.key(), context.state(), reply));
      }
    }
  }
}
