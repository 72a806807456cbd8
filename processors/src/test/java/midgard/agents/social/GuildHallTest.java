package midgard.agents.social;

import static midgard.agents.social.SocialWorld.HOUR;
import static midgard.agents.social.SocialWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneOffset;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.event.GroupAction;
import midgard.schemas.event.GuildChange;
import midgard.schemas.event.ItemDrop;
import midgard.schemas.event.ItemPickup;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PvpKill;
import midgard.schemas.event.PvpMode;
import midgard.schemas.social.GuildState;
import midgard.schemas.social.GuildTask;
import midgard.schemas.social.GuildTaskKind;
import midgard.schemas.social.GuildTaskRow;
import midgard.schemas.social.SocialStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuildHallTest {
  private final SocialWorld social = new SocialWorld();

  private GuildState guild(long guild) {
    return social.world.state(new GuildHall(), GuildHall.key(guild));
  }

  /** A guild that has a task of the kind; other guilds are tried until one has. */
  private long guildWith(GuildTaskKind kind) {
    for (long guild = 1; guild < 100; guild++) {
      social.member(START + 1, 160_000 + guild, guild, new PlayerLogin());
      social.world.tick(START + 5000 * guild);
      if (guild(guild).getTasks().stream().anyMatch(task -> task.getTaskType() == kind)) {
        return guild;
      }
    }
    throw new IllegalStateException("No guild of a hundred has a task of " + kind);
  }

  private GuildTask task(long guild, GuildTaskKind kind) {
    return guild(guild).getTasks().stream()
        .filter(task -> task.getTaskType() == kind)
        .findFirst()
        .orElseThrow();
  }

  private void work(GuildTaskKind kind, long time, long player, long guild, int number) {
    switch (kind) {
      case cooperative_hunting ->
          social.member(time, player, guild, MonsterKill.newBuilder().setMonsterId(1002).build());
      case resource_gathering -> social.member(time, player, guild, new ItemPickup(909, 1));
      case guild_vs_guild -> social.member(time, player, guild, new PvpKill(170_000L, PvpMode.gvg));
      case boss_raid ->
          social.member(time, player, guild, MvpKill.newBuilder().setMvpId(1115).build());
      case exploration ->
          social.member(time, player, guild, new MapChange("prontera", "map" + number));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cooperative_hunting,12,150",
    "resource_gathering,12,72",
    "guild_vs_guild,12,3",
    "boss_raid,12,2",
    "exploration,12,12",
    "cooperative_hunting,0,150",
    "boss_raid,1,1",
    "cooperative_hunting,40,500"
  })
  void shouldAskForMoreWhenTheGuildIsGreater(GuildTaskKind kind, int size, long threshold) {
    assertThat(GuildTasks.threshold(kind, size)).isEqualTo(threshold);
  }

  @Test
  void shouldGiveThreeDifferentTasksWhenAGuildIsFirstSeen() {
    social.member(START + 1, 150001, 77, new PlayerLogin());
    social.world.tick(START + 5000);

    assertThat(guild(77).getTasks())
        .hasSize(3)
        .allSatisfy(
            task -> assertThat(task.getExpiresAt()).isEqualTo(World.at("2026-11-23T04:00:00Z")))
        .extracting(GuildTask::getTaskType)
        .doesNotHaveDuplicates();
    assertThat(social.state().getGuilds()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(GuildTaskKind.class)
  void shouldPayOnceWhenTheMembersHaveDoneATask(GuildTaskKind kind) {
    long guild = guildWith(kind);
    long time = START + 5000 * 100;
    long threshold = task(guild, kind).getCompletionThreshold();
    for (int i = 0; i < threshold + 20; i++) {
      work(kind, time + i, i % 3 == 0 ? 150001 : 150002, guild, i);
    }
    social.world.tick(time + 5000);
    social.world.tick(time + 10_000);

    assertThat(task(guild, kind).getStatus()).isEqualTo(SocialStatus.completed);
    String id = "guildtask:" + task(guild, kind).getTaskId();
    assertThat(social.world.actions())
        .filteredOn(action -> action.getIdempotencyKey().equals(id))
        .extracting(action -> (GiveReward) action.getPayload())
        .extracting(GiveReward::getPlayerId, GiveReward::getGuildId, GiveReward::getGuildExp)
        .hasSize(1)
        .first()
        .satisfies(
            paid -> assertThat(paid.toList().subList(1, 3)).containsExactly(guild, threshold * 10));
  }

  @Test
  void shouldNotCountWhatWasThrownAwayWhenItIsPickedUpAgain() {
    long guild = guildWith(GuildTaskKind.resource_gathering);
    long time = START + 5000 * 100;
    for (int i = 0; i < 200; i++) {
      social.member(time + i, 150001, guild, new ItemDrop(909, 1, null));
      social.member(time + i, 150001, guild, new ItemPickup(909, 1));
    }
    social.world.tick(time + 5000);

    assertThat(task(guild, GuildTaskKind.resource_gathering).getProgress()).isZero();
  }

  @Test
  void shouldExpireAtFourAndGiveNewTasksToGuildsThatAreAliveWhenTheNextDayComes() {
    social.member(START + 1, 150001, 77, new PlayerLogin());
    social.world.tick(START + 5000);
    long four = World.at("2026-11-23T04:00:00Z");
    assertThat(SocialView.tasks(guild(77), four))
        .extracting(GuildTaskRow::getStatus)
        .containsOnly(SocialStatus.expired);

    social.world.tick(four - 1000);
    social.world.tick(four);

    assertThat(social.world.changes(GuildTaskRow.class))
        .extracting(GuildTaskRow::getStatus, row -> row.getCreatedAt().toEpochMilli() == four)
        .containsExactly(
            tuple(SocialStatus.active, false),
            tuple(SocialStatus.active, false),
            tuple(SocialStatus.active, false),
            tuple(SocialStatus.expired, false),
            tuple(SocialStatus.expired, false),
            tuple(SocialStatus.expired, false),
            tuple(SocialStatus.active, true),
            tuple(SocialStatus.active, true),
            tuple(SocialStatus.active, true));
  }

  @Test
  void shouldTakeTheRealSizeWhenTheGameToldIt() {
    social.member(START + 1, 150001, 77, new GuildChange(GroupAction.join, 77L, "Ones", 40));
    social.world.tick(START + 5000);

    assertThat(guild(77).getSize()).isEqualTo(40);
    assertThat(guild(77).getTasks())
        .allSatisfy(
            task ->
                assertThat(task.getCompletionThreshold())
                    .isEqualTo(GuildTasks.threshold(task.getTaskType(), 40)));
  }

  @Test
  void shouldEndItsTasksAndForgetTheGuildWhenItBreaks() {
    social.member(START + 1, 150001, 77, new PlayerLogin());
    social.world.tick(START + 5000);
    social.member(START + 6000, 150001, 77, new GuildChange(GroupAction.break$, 77L, null, null));
    social.world.tick(START + 10_000);

    assertThat(guild(77).getTasks()).isEmpty();
    assertThat(social.state().getGuilds()).isEmpty();
    assertThat(social.world.stores(Domain.WORLD).dump())
        .noneMatch(line -> line.startsWith("social-guild guild/77"));
  }

  @Test
  void shouldLastUntilFourWhateverTheTimeOfDay() {
    long morning = World.at("2026-11-22T03:59:59Z");

    assertThat(GuildTasks.until(morning, ZoneOffset.UTC)).isEqualTo(morning + 1000);
    assertThat(GuildTasks.until(morning + 1000, ZoneOffset.UTC))
        .isEqualTo(morning + 1000 + 24 * HOUR);
  }
}
