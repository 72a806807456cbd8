package midgard.agents.storyline;

import java.time.Duration;
import java.util.List;
import midgard.agent.Agent;
import midgard.agent.Events;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.schemas.Domain;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedKind;
import midgard.schemas.storyline.DeedOutcome;
import midgard.schemas.storyline.DeedShare;
import midgard.schemas.storyline.GenerateArc;
import midgard.schemas.storyline.StoryPlayerState;
import midgard.schemas.storyline.StorylineState;
import midgard.schemas.world.WorldState;
import org.apache.avro.specific.SpecificRecord;

/** A world whose first arc began on a Monday; it is The Gathering Storm. */
final class StoryWorld {
  static final long START = World.at("2026-11-23T10:00:00Z");
  static final long DAY = Duration.ofDays(1).toMillis();
  static final long HOUR = Duration.ofHours(1).toMillis();
  static final String GROUND = "prt_fild08";

  final World world;
  private int deeds;

  StoryWorld() {
    this(false);
  }

  StoryWorld(boolean languageModel) {
    world = new World(List.<Agent<?>>of(new Storyline(languageModel), new StoryQuests()));
    world.tick(START);
  }

  StorylineState state() {
    return world.state(new Storyline(false), Domain.WORLD_KEY);
  }

  Arc arc() {
    return state().getArc();
  }

  Chapter chapter(int number) {
    return arc().getChapters().get(number - 1);
  }

  StoryPlayerState player(long player) {
    return world.state(new StoryQuests(), Long.toString(player));
  }

  void level(int level, int online) {
    WorldState state =
        WorldState.newBuilder().setOnlinePlayers(online).setMeanLevelMilli(level * 1000L).build();
    world.put(WorldPulse.STATE, Domain.WORLD_KEY, state);
  }

  void command(long after, GenerateArc command) {
    signal(after, command);
  }

  void signal(long after, SpecificRecord signal) {
    world.signal(Domain.WORLD, Domain.WORLD_KEY, START + after, signal);
  }

  void deed(long after, DeedOutcome outcome, DeedShare... shares) {
    signal(
        after,
        new Deed(DeedKind.problem, "p" + ++deeds, "A problem", "", List.of(shares), 1L, outcome));
  }

  /** Four problems solved: more than a quiet world's chapter asks for. */
  void solveChapter(long after, DeedShare... shares) {
    for (int i = 0; i < 4; i++) {
      deed(after + i, DeedOutcome.success, shares);
    }
  }

  void kills(long after, long player, int times) {
    for (int i = 0; i < times; i++) {
      kill(after + i, player, GROUND, 1002);
    }
  }

  void kill(long after, long player, String map, int monster) {
    event(after, player, map, MonsterKill.newBuilder().setMonsterId(monster).build());
  }

  void pickup(long after, long player, int item, int amount) {
    event(after, player, GROUND, new ItemPickup(item, amount));
  }

  void go(long after, long player, String map) {
    event(after, player, map, new MapChange("prontera", map));
  }

  void mvp(long after, long player, String map, int mvp, MvpParticipant... fighters) {
    MvpKill kill = MvpKill.newBuilder().setMvpId(mvp).setParticipants(List.of(fighters)).build();
    world.event(Domain.WORLD, Domain.WORLD_KEY, Events.event(START + after, player, map, kill));
  }

  void event(long after, long player, String map, SpecificRecord payload) {
    world.event(
        Domain.PLAYER, Long.toString(player), Events.event(START + after, player, map, payload));
  }

  void tick(long after) {
    world.tick(START + after);
  }

  List<String> keys() {
    return world.actions().stream().map(action -> action.getIdempotencyKey()).toList();
  }

  /** Brings the world to its last chapter, with the shares in each of the chapters before. */
  /** Takes three days and some hours. */
  void toLastChapter(DeedShare... shares) {
    for (int chapter = 1; chapter < arc().getChapters().size(); chapter++) {
      solveChapter(chapter * (DAY + HOUR), shares);
      tick(chapter * (DAY + HOUR) + 1000);
    }
  }
}
