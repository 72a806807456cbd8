package midgard.agents.dynamicboss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.schemas.dynamicboss.BossFighter;
import midgard.schemas.dynamicboss.BossMapState;
import midgard.schemas.dynamicboss.BossSpawned;

/** Who fights on a boss's map, sorted by player id. */
final class BossFights {
  private BossFights() {}

  /** Begins a boss's fight anew when the state is still another's. */
  static void begin(BossMapState state, BossSpawned boss) {
    if (!state.getBossId().equals(boss.getBossId())) {
      state.setBossId(boss.getBossId());
      state.setSpawnedAt(boss.getSpawnedAt());
      state.setEndsAt(boss.getEndsAt());
      state.setLastCombatAt(0);
      state.setKilledAt(0);
      state.setSettled(false);
      state.setFighters(new ArrayList<>());
    }
  }

  /** A sign of a fight on the map. */
  static Optional<BossFighter> sign(BossMapState state, long player, long time) {
    state.setLastCombatAt(Math.max(state.getLastCombatAt(), time));
    return player <= 0 ? Optional.empty() : fighter(state, player, time, false);
  }

  /** A part in the fight against the boss itself; who only fought nearby makes room for it. */
  static Optional<BossFighter> part(BossMapState state, long player, long time) {
    state.setLastCombatAt(Math.max(state.getLastCombatAt(), time));
    return player <= 0 ? Optional.empty() : fighter(state, player, time, true);
  }

  private static Optional<BossFighter> fighter(
      BossMapState state, long player, long time, boolean tookPart) {
    List<BossFighter> fighters = state.getFighters();
    Optional<BossFighter> known =
        fighters.stream().filter(f -> f.getPlayerId() == player).findFirst();
    if (known.isEmpty() && fighters.size() >= BossRules.MOST_FIGHTERS) {
      Optional<BossFighter> idle =
          fighters.stream().filter(f -> tookPart && !f.getTookPart()).findFirst();
      if (idle.isEmpty()) {
        return Optional.empty();
      }
      fighters.remove(idle.get());
    }
    BossFighter fighter = known.orElseGet(() -> add(fighters, player, time));
    fighter.setFirstAt(Math.min(fighter.getFirstAt(), time));
    fighter.setLastAt(Math.max(fighter.getLastAt(), time));
    fighter.setTookPart(fighter.getTookPart() || tookPart);
    return Optional.of(fighter);
  }

  private static BossFighter add(List<BossFighter> fighters, long player, long time) {
    int place = 0;
    while (place < fighters.size() && fighters.get(place).getPlayerId() < player) {
      place++;
    }
    fighters.add(place, new BossFighter(player, 0L, 0, time, time, false, false));
    return fighters.get(place);
  }
}
