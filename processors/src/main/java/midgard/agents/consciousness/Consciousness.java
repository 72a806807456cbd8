package midgard.agents.consciousness;

import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.consciousness.ConsciousnessState;
import midgard.schemas.consciousness.Happening;
import midgard.schemas.consciousness.HappeningEnded;
import midgard.schemas.consciousness.MoodLine;
import midgard.schemas.consciousness.PastHappening;
import midgard.schemas.consciousness.PlanStep;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.storyline.Deed;

/**
 * Knows what goes on, what was and what comes next, from whatever agents tell, and lets the NPCs
 * know what is worth talking about.
 */
public final class Consciousness extends Agent<ConsciousnessState> {
  public static final StateOf<ConsciousnessState> STATE =
      StateOf.of(AgentName.CONSCIOUSNESS, Domain.WORLD, ConsciousnessState.class);

  private static final String END = "end";
  private static final String TELL = "tell";

  private final ConsciousnessRules rules;

  public Consciousness(ConsciousnessRules rules) {
    super(STATE);
    this.rules = rules;
    on(Happening.class, this::happening);
    on(HappeningEnded.class, this::ended);
    on(Deed.class, this::deed);
    onTimer(END, (due, context) -> expire(context));
    onTimer(TELL, (due, context) -> tell(context));
  }

  private void happening(Happening told, Context<ConsciousnessState> context) {
    ConsciousnessState state = context.state();
    long now = now(context);
    Happening happening = Present.wellFormed(told);
    if (Past.hasEnded(state, happening)) {
      return;
    }
    if (Present.isOver(happening, now)) {
      Past.add(state, Past.of(happening, happening.getEndsAt()), now);
    } else {
      Present.put(state, happening, now);
      if (happening.getEndsAt() > 0) {
        context.wakeAt(happening.getEndsAt(), END);
      }
    }
    think(context);
  }

  private void ended(HappeningEnded end, Context<ConsciousnessState> context) {
    ConsciousnessState state = context.state();
    Past.noteEnd(state, end.getTopic(), end.getId(), context.time());
    Present.take(state, end.getTopic(), end.getId(), context.time())
        .ifPresent(h -> Past.add(state, Past.of(h, context.time()), now(context)));
    think(context);
  }

  private void deed(Deed deed, Context<ConsciousnessState> context) {
    ConsciousnessState state = context.state();
    if (deed.getOutcome() != null) {
      String topic = deed.getKind().name();
      Past.noteEnd(state, topic, deed.getId(), context.time());
      Optional<PastHappening> past =
          Present.take(state, topic, deed.getId(), context.time())
              .map(happening -> Past.of(happening, context.time()));
      if (past.isPresent()) {
        Past.add(state, past.get(), now(context));
      } else if (!Deeds.isKnown(state.getPast(), deed)) {
        Past.add(state, Deeds.past(deed, context.time()), now(context));
      }
    }
    Deeds.addTo(state.getPast(), deed);
    think(context);
  }

  private void expire(Context<ConsciousnessState> context) {
    ConsciousnessState state = context.state();
    long now = now(context);
    for (Happening happening : List.copyOf(state.getPresent())) {
      if (Present.isOver(happening, now)) {
        state.getPresent().remove(happening);
        Past.add(state, Past.of(happening, happening.getEndsAt()), now);
      }
    }
    think(context);
  }

  /** What follows from a change: another plan, and news for the NPCs a little later. */
  private void think(Context<ConsciousnessState> context) {
    ConsciousnessState state = context.state();
    state.setDepth(rules.depth().id());
    Past.forget(state, rules, now(context));
    List<PlanStep> plan = rules.knowsTheFuture() ? Plan.of(state.getPresent()) : List.of();
    if (!plan.equals(state.getPlan())) {
      state.setPlan(plan);
      if (!plan.isEmpty()) {
        context.change(Plan.chain(context.newId("chain"), state, context.time()));
      }
    }
    if (!Mood.lines(state, now(context)).equals(state.getTold())) {
      long earliest = state.getToldAt() + ConsciousnessRules.BETWEEN_MOODS.toMillis();
      context.wakeAt(Math.max(context.clock() + 1, earliest), TELL);
    }
  }

  private void tell(Context<ConsciousnessState> context) {
    ConsciousnessState state = context.state();
    long now = now(context);
    List<MoodLine> lines = Mood.lines(state, now);
    boolean tooSoon = now < state.getToldAt() + ConsciousnessRules.BETWEEN_MOODS.toMillis();
    if (tooSoon || lines.equals(state.getTold())) {
      return;
    }
    state.setTold(lines);
    state.setToldAt(now);
    context.broadcast(Domain.NPC, new WorldMood(now, lines));
  }

  private static long now(Context<ConsciousnessState> context) {
    return Math.max(context.time(), context.clock());
  }
}
