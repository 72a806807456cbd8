package midgard.agents.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.agents.decision.DecisionRules.Needs;
import midgard.agents.decision.DecisionRules.Option;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.mind.Complexity;
import midgard.mind.Personality;
import midgard.mind.ReasoningDepth;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.action.MoveNpc;
import midgard.schemas.consciousness.MoodLine;
import midgard.schemas.consciousness.WorldMood;
import midgard.schemas.decision.Decision;
import midgard.schemas.decision.DecisionOutcome;
import midgard.schemas.decision.DecisionParameters;
import midgard.schemas.decision.DecisionState;
import midgard.schemas.decision.EntityDecision;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.Priority;
import midgard.schemas.memory.NpcGone;
import midgard.schemas.memory.NpcPlaced;

/**
 * What an NPC does next: when somebody turns to it, and every minute for as long as somebody was
 * there lately. Only those whom the world itself has put there are really moved.
 */
public final class Decisions extends Agent<DecisionState> {
  public static final StateOf<DecisionState> STATE =
      StateOf.of(AgentName.DECISION, Domain.NPC, DecisionState.class);

  private static final String THINK = "think";
  private static final String KEY = "decision:";

  /** Cells of a side; the smallest of the usual maps. */
  private static final int UNKNOWN_MAP = 200;

  private static final Duration MOVE_VALID_FOR = Duration.ofMinutes(2);

  private final ReasoningDepth depth;
  private final Shared<WorldMood> mood;

  public Decisions(ReasoningDepth depth) {
    super(STATE);
    this.depth = depth;
    this.mood = share(WorldMood.class, () -> WorldMood.newBuilder().build());
    onBroadcast(mood, WorldMood.class, Decisions::note);
    on(NpcInteraction.class, this::met);
    on(NpcPlaced.class, this::placed);
    on(NpcGone.class, (gone, context) -> context.state().setMovable(false));
    on(ActionResult.class, this::result);
    onTimer(THINK, (due, context) -> think(context));
  }

  private static void note(WorldMood told, WorldMood known) {
    if (told.getToldAt() >= known.getToldAt()) {
      known.setToldAt(told.getToldAt());
      known.setLines(told.getLines());
    }
  }

  private void met(NpcInteraction interaction, Context<DecisionState> context) {
    DecisionState state = context.state();
    GameEvent event = context.event();
    state.setRole(
        DecisionRules.role(
            state.getRole(), interaction.getNpcName(), interaction.getInteraction()));
    if (state.getMap().isEmpty() && event.getMap() != null) {
      state.setMap(event.getMap());
      settle(
          event.getX() == null ? 0 : event.getX(), event.getY() == null ? 0 : event.getY(), state);
    }
    state.setLastInteraction(Math.max(state.getLastInteraction(), context.time()));
    if (context.clock() - state.getLastDecided() >= DecisionRules.BETWEEN.toMillis()) {
      decide(context);
    }
    context.wakeAt(state.getLastDecided() + DecisionRules.AGAIN.toMillis(), THINK);
  }

  private static void settle(int x, int y, DecisionState state) {
    state.setHomeX(x);
    state.setHomeY(y);
    state.setX(x);
    state.setY(y);
  }

  private void placed(NpcPlaced placed, Context<DecisionState> context) {
    DecisionState state = context.state();
    boolean ownMove = state.getMovable() && placed.getMap().equals(state.getMap());
    state.setMovable(true);
    state.setNpcName(placed.getName());
    state.setMap(placed.getMap());
    if (ownMove) {
      state.setX(placed.getX());
      state.setY(placed.getY());
    } else {
      settle(placed.getX(), placed.getY(), state);
    }
  }

  private void think(Context<DecisionState> context) {
    DecisionState state = context.state();
    long now = context.clock();
    boolean lately = now - state.getLastInteraction() < DecisionRules.LATELY.toMillis();
    if (!lately || now < state.getLastDecided() + DecisionRules.AGAIN.toMillis()) {
      return;
    }
    decide(context);
    context.wakeAt(now + DecisionRules.AGAIN.toMillis(), THINK);
  }

  private void decide(Context<DecisionState> context) {
    DecisionState state = context.state();
    long now = context.clock();
    Needs needs = needs(now, context);
    boolean away = state.getX() != state.getHomeX() || state.getY() != state.getHomeY();
    List<Option> options =
        DecisionRules.options(
            state.getRole(),
            Personality.of(context.key()),
            needs,
            state.getMovable() && !state.getMap().isEmpty(),
            away);
    int all = options.stream().mapToInt(Option::weight).sum();
    Option chosen = draw(options, context.random().nextInt(all));
    Decision decision =
        new Decision(context.newId("decision"), chosen.action(), parameters(chosen, context), now);
    state.setLastDecided(now);
    state.getRecent().add(0, decision);
    while (state.getRecent().size() > DecisionRules.REMEMBERED) {
      state.getRecent().remove(state.getRecent().size() - 1);
    }
    context.change(
        new EntityDecision(
            decision.getDecisionId(),
            "npc",
            context.key(),
            state.getRole(),
            chosen.action(),
            decision.getParameters(),
            DecisionRules.priority(needs),
            chosen.because(),
            Complexity.milli(
                options.size(),
                needs.safety() / 200,
                context.shared(mood).getLines().size(),
                depth,
                Complexity.Urgency.NORMAL),
            chosen.weight() * 1000 / all,
            "rule",
            Instant.ofEpochMilli(now)));
    move(decision, context);
  }

  private Needs needs(long now, Context<DecisionState> context) {
    int worst =
        context.shared(mood).getLines().stream()
            .filter(line -> !line.getOver())
            .mapToInt(MoodLine::getImportance)
            .max()
            .orElse(0);
    long since = context.state().getLastInteraction();
    Duration alone =
        since == 0 ? DecisionRules.LATELY : Duration.ofMillis(Math.max(0, now - since));
    return DecisionRules.needs(Math.min(10, worst), alone);
  }

  private static Option draw(List<Option> options, int at) {
    int left = at;
    for (Option option : options) {
      left -= option.weight();
      if (left < 0) {
        return option;
      }
    }
    throw new IllegalStateException("The weights do not add up to what was drawn from.");
  }

  /** A cell not further than the option leads, on the map; for the way home, home. */
  private static DecisionParameters parameters(Option option, Context<DecisionState> context) {
    DecisionState state = context.state();
    int x = state.getX();
    int y = state.getY();
    if (option.action().equals("return_home")) {
      x = state.getHomeX();
      y = state.getHomeY();
    } else if (option.cells() > 0) {
      x = within(x, option.cells(), width(state.getMap()), context);
      y = within(y, option.cells(), height(state.getMap()), context);
    }
    return new DecisionParameters(state.getMap(), x, y, option.seconds());
  }

  private static int within(int from, int cells, int size, Context<?> context) {
    int to = from - cells + context.random().nextInt(2 * cells + 1);
    return Math.max(1, Math.min(size - 2, to));
  }

  private static int width(String map) {
    return MapCatalogue.KNOWN.find(map).map(GameMap::width).orElse(UNKNOWN_MAP);
  }

  private static int height(String map) {
    return MapCatalogue.KNOWN.find(map).map(GameMap::height).orElse(UNKNOWN_MAP);
  }

  private static void move(Decision decision, Context<DecisionState> context) {
    DecisionState state = context.state();
    DecisionParameters to = decision.getParameters();
    if (!state.getMovable() || (to.getX() == state.getX() && to.getY() == state.getY())) {
      return;
    }
    context.action(
        GameRequest.of(
                KEY + decision.getDecisionId(),
                new MoveNpc(context.key(), to.getMap(), to.getX(), to.getY()),
                MOVE_VALID_FOR,
                to.getMap())
            .with(Priority.low));
  }

  private void result(ActionResult result, Context<DecisionState> context) {
    String id = result.getIdempotencyKey().substring(KEY.length());
    context.change(
        new DecisionOutcome(
            id,
            context.key(),
            result.getOutcome().name(),
            result.getMessage(),
            Instant.ofEpochMilli(context.time())));
    if (result.getOutcome() != ActionOutcome.completed) {
      return;
    }
    for (Decision decision : context.state().getRecent()) {
      if (decision.getDecisionId().equals(id)) {
        DecisionParameters to = decision.getParameters();
        NpcPlaced moved =
            new NpcPlaced(
                context.key(), context.state().getNpcName(), to.getMap(), to.getX(), to.getY());
        context.signal(Domain.NPC, context.key(), moved);
        context.signal(Domain.MAP, to.getMap(), moved);
      }
    }
  }
}
