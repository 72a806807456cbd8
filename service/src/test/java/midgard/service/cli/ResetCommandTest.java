package midgard.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import midgard.service.Service;
import midgard.service.WorldAtRest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of two worlds in one cluster, of which the first is reset, started again and reset with
 * its events. It is lived once; each test looks at one thing that was seen on the way.
 */
class ResetCommandTest {
  private static final String UUID = ResetWorlds.UUID;

  @TempDir static Path folder;

  private static Said beforeStop;
  private static Said dryBeforeStop;
  private static Said elsewhereBeforeStop;
  private static Said dry;
  private static Said executed;
  private static Said replayedBefore;
  private static Said replayedAfter;
  private static Said withEvents;
  private static Said again;
  private static Seen running;
  private static Seen stopped;
  private static Seen afterDry;
  private static Seen afterReset;
  private static Seen afterEvents;

  @BeforeAll
  static void liveThroughResets() throws Exception {
    try (ResetWorlds worlds = new ResetWorlds(folder)) {
      try (Service other = worlds.start(ResetWorlds.OTHER)) {
        worlds.feed(other);
      }
      try (Service world = worlds.start(ResetWorlds.WORLD)) {
        worlds.feed(world);
        running = worlds.look();
        replayedBefore = worlds.stateOfPlayers();
        String asThisWorld = "WORLD_NAME=" + ResetWorlds.WORLD;
        beforeStop = worlds.reset(ResetWorlds.WORLD, "--execute");
        dryBeforeStop = worlds.reset("elsewhere", "--set", asThisWorld);
        elsewhereBeforeStop = worlds.reset("elsewhere", "--execute", "--set", asThisWorld);
      }
      worlds.leaveBehind();
      stopped = worlds.look();
      dry = worlds.reset(ResetWorlds.WORLD);
      afterDry = worlds.look();
      executed = worlds.reset(ResetWorlds.WORLD, "--execute");
      afterReset = worlds.look();
      try (Service world = worlds.start(ResetWorlds.WORLD)) {
        WorldAtRest.await(world, ResetWorlds.EVENTS);
        replayedAfter = worlds.stateOfPlayers();
      }
      withEvents = worlds.reset(ResetWorlds.WORLD, "--execute", "--events");
      afterEvents = worlds.look();
      again = worlds.reset(ResetWorlds.WORLD, "--execute", "--events");
    }
  }

  /** The names that a plan gives for a kind of thing. */
  private static Set<String> named(Said said, String kind) {
    return Pattern.compile("^" + kind + " +(\\S+)", Pattern.MULTILINE)
        .matcher(said.out())
        .results()
        .map((MatchResult line) -> line.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> matching(Set<String> names, String pattern) {
    return names.stream()
        .filter(name -> name.matches(pattern))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void shouldNameEveryInternalTopicOfTheRunningWorldAndNoOtherWhenItRunsDry() {
    assertThat(named(dry, "changelog"))
        .isNotEmpty()
        .isEqualTo(matching(running.names(), "midgard-a-(?!b-).*"));
  }

  @Test
  void shouldNameEveryTopicOfTheCatalogueWhenItRunsDry() {
    Set<String> catalogue = new TreeSet<>(named(dry, "topic"));
    catalogue.addAll(named(dry, "kept"));
    assertThat(catalogue).isEqualTo(matching(running.names(), "a\\..*"));
    assertThat(named(dry, "kept")).containsExactly("a.game.events");
  }

  @Test
  void shouldNameGroupRowsKeyFolderAndTransactionWhenItRunsDry() {
    assertThat(dry.code()).as(dry.all()).isZero();
    assertThat(named(dry, "group")).containsExactly("midgard-a");
    assertThat(named(dry, "transaction")).containsExactly("midgard-a" + UUID);
    assertThat(named(dry, "table")).contains("zeny_ledger", "projection_offsets");
    assertThat(named(dry, "Redis key")).containsExactly("a.world.changes:published");
    assertThat(named(dry, "folder"))
        .containsExactly(folder.resolve("a/streams/midgard-a").toAbsolutePath().toString());
    assertThat(dry.out()).contains("Nothing was deleted.");
  }

  @Test
  void shouldNameWhatItDoesNotKnowAndLeaveItAlone() {
    Set<String> unknown = Set.of("midgard-a-retired-agent-changelog", "a.inbox.pet");
    assertThat(named(dry, "left alone")).isEqualTo(unknown);
    assertThat(afterEvents.names())
        .containsAll(unknown)
        .contains("midgard-a-b-retired-agent-changelog", "abc");
  }

  @Test
  void shouldDeleteNothingWhenItRunsDry() {
    assertThat(afterDry).isEqualTo(stopped);
    assertThat(stopped.rows()).isPositive();
    assertThat(stopped.redisKey()).isTrue();
    assertThat(stopped.stateFolder()).isTrue();
  }

  @Test
  void shouldRefuseAndChangeNothingWhenTheWorldRunsInThisFolder() {
    assertThat(beforeStop.code()).isEqualTo(1);
    assertThat(beforeStop.err())
        .startsWith("The world runs: its folder ")
        .contains("Stop it first. Nothing was changed.");
  }

  @Test
  void shouldRefuseAndChangeNothingWhenTheWorldRunsOnAnotherMachine() {
    assertThat(elsewhereBeforeStop.code()).isEqualTo(1);
    assertThat(elsewhereBeforeStop.err())
        .startsWith(
            "The world runs: the group midgard-a is not empty (members: 1). Stop it first;");
    assertThat(stopped.names()).containsAll(running.names());
  }

  @Test
  void shouldSayThatItWouldRefuseWhenItRunsDryBesideARunningWorld() {
    assertThat(dryBeforeStop.code()).as(dryBeforeStop.all()).isZero();
    assertThat(dryBeforeStop.out()).contains("--execute would refuse.");
  }

  @Test
  void shouldDeleteAllButTheEventsWhenItIsExecuted() {
    assertThat(executed.code()).as(executed.all()).isZero();
    assertThat(matching(afterReset.names(), "(midgard-)?a[.-](?!b[.-]).*"))
        .containsExactlyInAnyOrder(
            "a.game.events", "a.inbox.pet", "midgard-a-retired-agent-changelog");
    assertThat(afterReset.topics().get("a.game.events"))
        .as("records and the marker of the aborted transaction")
        .isEqualTo(stopped.topics().get("a.game.events") + 1);
    assertThat(afterReset.groups()).doesNotContain("midgard-a");
    assertThat(afterReset.rows()).isZero();
    assertThat(afterReset.redisKey()).isFalse();
    assertThat(afterReset.stateFolder()).isFalse();
  }

  @Test
  void shouldAbortWhatAKilledWorldLeftOpenAndNoOthersWhenItIsExecuted() {
    assertThat(stopped.openTransactions())
        .containsExactlyInAnyOrder("midgard-a" + UUID, "midgard-a-b" + UUID);
    assertThat(afterReset.openTransactions()).containsExactly("midgard-a-b" + UUID);
  }

  @Test
  void shouldTouchNothingOfAnotherWorldWhoseNameBeginsAlike() {
    assertThat(stopped.ofOther()).hasSizeGreaterThan(20);
    assertThat(afterEvents.ofOther()).isEqualTo(stopped.ofOther());
    assertThat(afterEvents.groups()).contains("midgard-a-b");
  }

  @Test
  void shouldConcludeTheSameFromTheKeptEventsWhenItStartsOver() {
    assertThat(replayedBefore.code()).as(replayedBefore.all()).isZero();
    assertThat(replayedAfter.hash()).isEqualTo(replayedBefore.hash());
  }

  @Test
  void shouldDeleteTheEventsTooWhenAskedTo() {
    assertThat(withEvents.code()).as(withEvents.all()).isZero();
    assertThat(named(withEvents, "topic")).contains("a.game.events");
    assertThat(afterEvents.names()).doesNotContain("a.game.events");
  }

  @Test
  void shouldFindNothingLeftWhenItIsDoneAgain() {
    assertThat(again.code()).as(again.all()).isZero();
    assertThat(again.out()).startsWith("There is nothing to delete.");
  }
}
