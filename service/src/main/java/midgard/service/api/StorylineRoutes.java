package midgard.service.api;

import io.javalin.config.JavalinConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import midgard.agents.storyline.ArcView;
import midgard.agents.storyline.QuestView;
import midgard.agents.storyline.StoryMetrics;
import midgard.agents.storyline.StoryQuests;
import midgard.agents.storyline.Storyline;
import midgard.schemas.Domain;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.ArcStatus;
import midgard.schemas.storyline.DeedNote;
import midgard.schemas.storyline.Hero;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.StoryPlayerState;
import midgard.schemas.storyline.StorylineState;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;

/** The story: its arc, who takes part, what was told before (domain reference 2.8). */
final class StorylineRoutes implements Routes {
  private static final String PATH = "/api/v1/storyline";
  private static final int PARTICIPANTS_BY_DEFAULT = 100;
  private static final int MOST_PARTICIPANTS = 500;
  private static final int ARCS_BY_DEFAULT = 10;
  private static final int MOST_ARCS = 50;
  private static final int AT_A_GLANCE = 10;

  private final WorldReads world;
  private final WorldStates snapshots;

  StorylineRoutes(WorldReads world) {
    this.world = world;
    this.snapshots = new WorldStates(world);
  }

  /**
   * @param heroes the three best, best first; while the arc runs, those named last Sunday
   */
  record Heroes(
      String arcId, List<Hero> heroes, String selectionCriteria, Map<String, String> rewards) {}

  record Told(
      String arcId,
      String arcName,
      String arcSummary,
      ArcStatus status,
      int durationDays,
      int totalParticipants,
      int totalChapters,
      int chaptersCompleted,
      double successRate,
      List<Hero> heroes,
      List<String> worldChanges,
      String outcomeSummary,
      Instant completedAt) {}

  record Quests(long playerId, Optional<String> arcId, List<QuestView> quests, int total) {}

  /** The story at a glance. */
  record Glance(
      Optional<ArcView> currentArc,
      List<ArcView.ParticipantView> topParticipants,
      List<DeedNote> latestDeeds,
      List<Told> latestArcs,
      StoryMetrics metrics,
      Instant timestamp) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH + "/current", context -> context.json(ArcView.current(state())));
    config.routes.get(PATH + "/arc/{id}", context -> context.json(arc(context.pathParam("id"))));
    config.routes.get(
        PATH + "/arc/{id}/participants",
        context ->
            context.json(
                participants(
                    context.pathParam("id"),
                    Parameters.number(
                        context, "limit", PARTICIPANTS_BY_DEFAULT, 1, MOST_PARTICIPANTS))));
    config.routes.get(
        PATH + "/arc/{id}/heroes", context -> context.json(heroes(context.pathParam("id"))));
    config.routes.get(
        PATH + "/history",
        context ->
            context.json(
                history(
                    state(), Parameters.number(context, "limit", ARCS_BY_DEFAULT, 1, MOST_ARCS))));
    config.routes.get(PATH + "/world-state", context -> context.json(snapshots.now()));
    config.routes.get(PATH + "/dashboard", context -> context.json(glance()));
    config.routes.get(
        PATH + "/player/{player_id}/quests",
        context ->
            context.json(
                quests(Parameters.id(context, "player_id"), Parameters.text(context, "arc_id"))));
    config.routes.get(PATH + "/metrics", context -> context.json(StoryMetrics.of(state())));
  }

  private StorylineState state() {
    return world
        .state(Storyline.STATE, Domain.WORLD_KEY)
        .orElseGet(() -> StorylineState.newBuilder().build());
  }

  private ArcView arc(String id) {
    return ArcView.find(state(), id).orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(String id) {
    String shown = id.length() <= 40 ? id : id.substring(0, 40) + "...";
    return ProblemException.notFound(
        "Arc %s is neither the last one nor among the 50 before it.".formatted(shown));
  }

  /** Of an arc before the last one only its heroes are known. */
  private List<ArcView.ParticipantView> participants(String id, int limit) {
    StorylineState state = state();
    boolean last = state.getArc() != null && state.getArc().getArcId().equals(id);
    ArcView arc = ArcView.find(state, id).orElseThrow(() -> unknown(id));
    return last
        ? ArcView.participants(state, limit)
        : arc.heroes().stream().limit(limit).map(hero -> participant(id, hero)).toList();
  }

  private static ArcView.ParticipantView participant(String arc, Hero hero) {
    return new ArcView.ParticipantView(
        hero.getRank(),
        hero.getPlayerId(),
        hero.getPlayerName(),
        arc,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        hero.getContributionScore(),
        true);
  }

  private Heroes heroes(String id) {
    return new Heroes(
        id,
        arc(id).heroes(),
        "contribution, then chapters, then quests",
        Map.of(
            "1", "Champion: 5 Old Violet Boxes and the Hero Aura for 7 days",
            "2", "Hero: 3 Old Violet Boxes",
            "3", "Defender: 10 Yggdrasil Berries"));
  }

  private static List<Told> history(StorylineState state, int limit) {
    return state.getPast().stream().limit(limit).map(StorylineRoutes::told).toList();
  }

  private static Told told(PastArc past) {
    return new Told(
        past.getArcId(),
        past.getArcName(),
        past.getArcSummary(),
        past.getStatus(),
        past.getDurationDays(),
        past.getTotalParticipants(),
        past.getTotalChapters(),
        past.getChaptersCompleted(),
        past.getSuccessRateMilli() / 1000.0,
        past.getHeroes(),
        past.getWorldChanges(),
        past.getOutcomeSummary(),
        Instant.ofEpochMilli(past.getCompletedAt()));
  }

  private Quests quests(long player, Optional<String> arcId) {
    Arc arc = state().getArc();
    if (arc == null || arcId.map(id -> !id.equals(arc.getArcId())).orElse(false)) {
      return new Quests(player, arcId, List.of(), 0);
    }
    StoryPlayerState progress =
        world
            .state(StoryQuests.STATE, Long.toString(player))
            .orElseGet(() -> StoryPlayerState.newBuilder().build());
    List<QuestView> quests = QuestView.all(arc, progress, world.worldTime());
    return new Quests(player, Optional.of(arc.getArcId()), quests, quests.size());
  }

  private Glance glance() {
    StorylineState state = state();
    List<DeedNote> deeds = state.getDeeds();
    return new Glance(
        ArcView.current(state),
        ArcView.participants(state, AT_A_GLANCE),
        deeds.subList(Math.max(0, deeds.size() - AT_A_GLANCE), deeds.size()),
        history(state, AT_A_GLANCE),
        StoryMetrics.of(state),
        world.now());
  }
}
