package midgard.agents.maphazard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.agents.problem.DailyProblem;
import midgard.agents.world.WorldPulse;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.maphazard.Hazard;
import midgard.schemas.maphazard.HazardEnded;
import midgard.schemas.maphazard.HazardKind;
import midgard.schemas.maphazard.HazardPlaced;
import midgard.schemas.maphazard.HazardStatus;
import midgard.schemas.maphazard.HazardType;
import midgard.schemas.maphazard.MapHazardState;
import midgard.schemas.problem.Problem;
import midgard.schemas.problem.ProblemStatus;

/** Lays a few hazards on quiet maps every day, and takes each away at its instant. */
public final class MapHazards extends Agent<MapHazardState> {
  public static final StateOf<MapHazardState> STATE =
      StateOf.of(AgentName.MAP_HAZARD, Domain.WORLD, MapHazardState.class);

  private static final String EXPIRE = "expire";

  private final HazardRules rules;

  public MapHazards(HazardRules rules) {
    super(STATE);
    this.rules = rules;
    onTimer(EXPIRE, (due, context) -> expire(context));
    daily("daily_hazards", HazardRules.AT, this::generate);
    every("hazard_cleanup", HazardRules.TELL, MapHazards::tell);
  }

  private void generate(Context<MapHazardState> context) {
    MapHazardState state = context.state();
    if (state.getDay() >= context.day()) {
      return;
    }
    state.setDay(context.day());
    Problem problem = context.peek(DailyProblem.STATE).getCurrent();
    boolean open = problem != null && problem.getStatus() == ProblemStatus.active;
    String problemMap = open ? problem.getTargetMap() : "";
    List<String> taken = new ArrayList<>();
    state.getHazards().forEach(hazard -> taken.add(hazard.getMapName()));
    int placed = 0;
    for (HazardPlaces.Place place :
        HazardPlaces.inOrder(context.peek(WorldPulse.STATE), problemMap, context.random())) {
      if (placed == rules.count()) {
        break;
      }
      if (HazardPlaces.isFarFrom(taken, place.map(), rules.minDistance())) {
        boolean hasProblem = place.map().equals(problemMap);
        place(place, hasProblem ? problem.getProblemId() : null, context);
        taken.add(place.map());
        placed++;
      }
    }
    state.getHazards().sort(Comparator.comparing(Hazard::getMapName));
  }

  private void place(HazardPlaces.Place place, String problemId, Context<MapHazardState> context) {
    List<Hazard> hazards = context.state().getHazards();
    int decided =
        (int)
            hazards.stream()
                .filter(hazard -> HazardTable.kind(hazard.getHazardType()) != HazardKind.mixed)
                .count();
    HazardType type =
        HazardRules.draw(
            MapCatalogue.KNOWN.theme(place.map()),
            HazardRules.nextKind(decided),
            problemId != null,
            context.random());
    Hazard hazard =
        new Hazard(
            context.newId("hazard"),
            place.map(),
            type,
            place.visits(),
            problemId,
            context.time(),
            rules.expiry(context.time(), context.zone()),
            HazardStatus.active);
    hazards.add(hazard);
    HazardActions.begin(hazard, context);
    context.broadcast(
        Domain.MAP,
        new HazardPlaced(
            hazard.getHazardId(),
            hazard.getMapName(),
            type,
            hazard.getAppliedAt(),
            hazard.getExpiresAt()));
    context.change(HazardActions.row(hazard));
    context.wakeAt(hazard.getExpiresAt(), EXPIRE);
  }

  private static void expire(Context<MapHazardState> context) {
    List<Hazard> left = new ArrayList<>();
    for (Hazard hazard : context.state().getHazards()) {
      if (hazard.getExpiresAt() > context.time()) {
        left.add(hazard);
        continue;
      }
      hazard.setStatus(HazardStatus.expired);
      HazardActions.end(hazard, context);
      context.broadcast(Domain.MAP, new HazardEnded(hazard.getHazardId()));
      context.change(HazardActions.row(hazard));
    }
    context.state().setHazards(left);
  }

  /** Nothing is cleaned up here: the timers have done that. */
  private static void tell(Context<MapHazardState> context) {
    for (Hazard hazard : context.state().getHazards()) {
      if (hazard.getAppliedAt() < context.time() && context.time() < hazard.getExpiresAt()) {
        HazardActions.again(hazard, context);
      }
    }
  }
}
