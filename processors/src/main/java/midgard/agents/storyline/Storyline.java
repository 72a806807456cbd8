package midgard.agents.storyline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agents.economy.EconomyWorld;
import midgard.agents.faction.BalanceOfPower;
import midgard.agents.karma.MoralBalance;
import midgard.agents.problem.DailyProblem;
import midgard.agents.storyline.WorldStateSnapshot.Allegiance;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.action.ActionOutcome;
import midgard.schemas.action.ActionResult;
import midgard.schemas.event.MvpKill;
import midgard.schemas.model.ModelAnswer;
import midgard.schemas.storyline.AdminAudit;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.AuditDetail;
import midgard.schemas.storyline.BossFelled;
import midgard.schemas.storyline.BossStatus;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.GenerateArc;
import midgard.schemas.storyline.Hero;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.PlayerChoice;
import midgard.schemas.storyline.RewardStatus;
import midgard.schemas.storyline.StoryProgress;
import midgard.schemas.storyline.StorylineState;

/**
 * One arc at a time, from Sunday on; its chapters move on by what players do, whatever agent tells
 * of it.
 */
public final class Storyline extends Agent<StorylineState> {
  public static final StateOf<StorylineState> STATE =
      StateOf.of(AgentName.STORYLINE, Domain.WORLD, StorylineState.class);

  static final String CHAPTER = "chapter";
  static final String CLOSE = "close";
  static final String WRITE = "write";

  private final boolean languageModel;

  public Storyline(boolean languageModel) {
    super(STATE);
    this.languageModel = languageModel;
    on(GenerateArc.class, this::command);
    on(StoryProgress.class, StoryDeeds::progress);
    on(Deed.class, StoryDeeds::deed);
    on(PlayerChoice.class, StoryDeeds::choice);
    on(BossFelled.class, StoryDeeds::bossFelled);
    on(MvpKill.class, StoryDeeds::mvpKill);
    on(ActionResult.class, Storyline::result);
    on(ModelAnswer.class, Storyline::answer);
    onTimer(CHAPTER, (due, context) -> StoryCourse.expire(context));
    onTimer(CLOSE, (due, context) -> close(context));
    onTimer(WRITE, (due, context) -> StoryRows.flush(context));
    daily("new_story_arc", LocalTime.MIDNIGHT, this::sunday);
    daily("chapter_check", StorylineRules.CHAPTER_CHECK, StoryCourse::check);
    daily("hero_choice", StorylineRules.HERO_CHOICE, Storyline::heroes);
  }

  private static boolean runs(StorylineState state) {
    return state.getArc() != null && StoryCourse.isActive(state.getArc());
  }

  /** A new world has its first arc at once, whatever the day. */
  private void sunday(Context<StorylineState> context) {
    StorylineState state = context.state();
    if (state.getArcs() > 0 && !isSunday(context)) {
      return;
    }
    if (runs(state) && context.time() >= state.getArc().getExpectedEndAt()) {
      // The arc that ends at this very instant makes room.
      StoryCourse.expire(context);
      finish(context);
    }
    if (!runs(state)) {
      begin(context.newId("story"), new GenerateArc(), ArcChoice.Wish.NONE, "schedule", context);
    }
  }

  private static boolean isSunday(Context<?> context) {
    return LocalDate.ofEpochDay(context.day()).getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private void command(GenerateArc command, Context<StorylineState> context) {
    StorylineState state = context.state();
    String id =
        command.getRequestedId().isEmpty() ? context.newId("story") : command.getRequestedId();
    if ((runs(state) && !command.getForce()) || isTaken(id, state)) {
      return;
    }
    if (runs(state)) {
      ArcEnd.abandon(context);
    }
    audit(command, id, context);
    ArcChoice.Wish wish =
        new ArcChoice.Wish(wish(command.getForceTheme()), wish(command.getForceFaction()));
    begin(id, command, wish, "admin", context);
  }

  private static Optional<String> wish(String text) {
    return Optional.ofNullable(text).filter(wish -> !wish.isBlank());
  }

  private static boolean isTaken(String id, StorylineState state) {
    return (state.getArc() != null && state.getArc().getArcId().equals(id))
        || state.getPast().stream().anyMatch(past -> past.getArcId().equals(id));
  }

  private static void audit(GenerateArc command, String id, Context<StorylineState> context) {
    List<AuditDetail> details = new ArrayList<>();
    details.add(new AuditDetail("arc_id", id));
    details.add(new AuditDetail("force", Boolean.toString(command.getForce())));
    wish(command.getForceTheme())
        .ifPresent(theme -> details.add(new AuditDetail("force_theme", theme)));
    wish(command.getForceFaction())
        .ifPresent(faction -> details.add(new AuditDetail("force_faction", faction)));
    wish(command.getAdminNotes())
        .ifPresent(notes -> details.add(new AuditDetail("admin_notes", notes)));
    context.change(
        new AdminAudit(
            context.newId("audit"),
            command.getRequestedBy(),
            "generate_arc",
            details,
            null,
            Instant.ofEpochMilli(context.time())));
  }

  private void begin(
      String id,
      GenerateArc command,
      ArcChoice.Wish wish,
      String createdBy,
      Context<StorylineState> context) {
    StorylineState state = context.state();
    WorldStateSnapshot world =
        WorldStateSnapshot.of(
            context.peek(WorldPulse.STATE),
            context.peek(EconomyWorld.STATE),
            context.peek(DailyProblem.STATE),
            state,
            Allegiance.of(context.peek(MoralBalance.STATE), context.peek(BalanceOfPower.STATE)),
            context.time());
    ArcTemplate template = ArcChoice.choose(world, state.getPast(), wish, context.random());
    Arc arc = ArcSetting.of(template, id, world, context);
    arc.setCreatedBy(createdBy);
    arc.setAdminNotes(wish(command.getAdminNotes()).orElse(""));
    state.setArc(arc);
    state.setArcs(state.getArcs() + 1);
    state.setParticipants(new ArrayList<>());
    state.setTotalParticipants(0);
    StoryEffects.announce(
        arc,
        "start",
        "A story begins: %s. %s".formatted(arc.getArcName(), arc.getArcSummary()),
        context);
    StoryCourse.open(1, context);
    if (languageModel) {
      ArcWords.ask(arc, world, context);
    }
  }

  private static void heroes(Context<StorylineState> context) {
    if (isSunday(context) && runs(context.state())) {
      ArcEnd.nameHeroes(context);
    }
  }

  private static void close(Context<StorylineState> context) {
    if (runs(context.state()) && context.time() >= closesAt(context.state().getArc())) {
      finish(context);
    }
  }

  private static long closesAt(Arc arc) {
    return arc.getClosesAt() == 0 ? Long.MAX_VALUE : arc.getClosesAt();
  }

  private static void finish(Context<StorylineState> context) {
    if (closesAt(context.state().getArc()) != Long.MAX_VALUE) {
      ArcEnd.finish(context);
    }
  }

  /** What became of the boss and of the heroes' rewards; the rest leaves no mark. */
  private static void result(ActionResult result, Context<StorylineState> context) {
    String key = result.getIdempotencyKey();
    if (!key.startsWith("story:") || !(key.endsWith(":boss") || key.contains(":hero:"))) {
      return;
    }
    StorylineState state = context.state();
    Arc arc = state.getArc();
    boolean done = result.getOutcome() == ActionOutcome.completed;
    if (arc == null || !key.startsWith(StoryEffects.key(arc, ""))) {
      return;
    }
    if (key.equals(StoryEffects.bossKey(arc))) {
      if (!done && arc.getBoss().getStatus() == BossStatus.spawned) {
        arc.getBoss().setStatus(BossStatus.missing);
        context.change(StoryRows.arc(arc));
      }
      return;
    }
    RewardStatus status = done ? RewardStatus.paid : RewardStatus.failed;
    mark(arc, arc.getHeroes(), key, status);
    for (PastArc past : state.getPast()) {
      if (past.getArcId().equals(arc.getArcId())) {
        mark(arc, past.getHeroes(), key, status);
        context.change(StoryRows.history(past));
      }
    }
  }

  private static void mark(Arc arc, List<Hero> heroes, String key, RewardStatus status) {
    for (Hero hero : heroes) {
      if (key.equals(StoryEffects.heroKey(arc, hero.getRank()))) {
        hero.setReward(status);
      }
    }
  }

  private static void answer(ModelAnswer answer, Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    boolean wanted =
        answer.getText() != null
            && runs(context.state())
            && ArcWords.isFor(arc, answer.getPurpose())
            && arc.getTextsBy().equals(ArcWords.TEMPLATE);
    if (wanted && ArcWords.adopt(arc, answer.getText())) {
      context.state().setArcsByModel(context.state().getArcsByModel() + 1);
      context.change(StoryRows.arc(arc));
    }
  }
}
