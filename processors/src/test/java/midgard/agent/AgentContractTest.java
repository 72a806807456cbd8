package midgard.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import midgard.schemas.Domain;
import midgard.schemas.event.Custom;
import midgard.schemas.serde.AvroCodec;
import midgard.schemas.serde.LocalSchemaIds;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * What every agent owes: extended by one test class per agent, over a log that shows it at work.
 */
public abstract class AgentContractTest {
  /** One step of the log: a message to a key, or a tick when the key is null. */
  public interface Step {
    void feed(World world);
  }

  /** All parts of the agent, made anew at each call. */
  protected abstract List<Agent<?>> agents();

  /**
   * A log that makes the agent do all that it does: at least twenty steps, among them ticks, from
   * which every part of the agent comes to hold state.
   */
  protected abstract List<Step> log();

  /** Fails when a state or an output breaks what must hold whatever was fed. */
  protected abstract void assertInvariants(World world);

  private World run(List<Step> steps) {
    World world = new World(agents());
    steps.forEach(step -> step.feed(world));
    return world;
  }

  @Test
  void shouldWorkWithoutFailureWhenTheLogIsInOrder() {
    World world = run(log());

    assertThat(world.failures()).isEmpty();
    assertInvariants(world);
  }

  @Test
  void shouldKeepStateInEveryPartWhenTheLogIsWorkedOff() {
    List<String> kept = run(log()).dump();

    for (Agent<?> agent : agents()) {
      assertThat(kept)
          .as("states of " + agent.id())
          .anyMatch(line -> line.startsWith(agent.domain() + " " + agent.id() + " "));
    }
  }

  @Test
  void shouldGiveTheSameBytesWhenTheSameLogIsWorkedOffAgain() {
    assertThat(run(log()).dump()).isEqualTo(run(log()).dump());
  }

  @Test
  void shouldGiveTheSameBytesWhenRestartedAfterEveryStep() {
    World restarted = new World(agents());
    for (Step step : log()) {
      step.feed(restarted);
      restarted.restart();
    }

    assertThat(restarted.dump()).isEqualTo(run(log()).dump());
  }

  @Test
  void shouldHoldItsInvariantsWhenEveryStepComesTwice() {
    List<Step> twice = new ArrayList<>();
    for (Step step : log()) {
      twice.add(step);
      twice.add(step);
    }

    World world = run(twice);

    assertThat(world.failures()).isEmpty();
    assertInvariants(world);
  }

  @Test
  void shouldHoldItsInvariantsWhenStepsComeOutOfOrder() {
    for (long seed = 1; seed <= 10; seed++) {
      List<Step> shuffled = new ArrayList<>(log());
      Collections.shuffle(shuffled, new Random(seed));

      World world = run(shuffled);

      assertThat(world.failures()).as("order of seed " + seed).isEmpty();
      assertInvariants(world);
    }
  }

  @Test
  void shouldDoNothingWhenTheTypeIsUnknown() {
    World world = new World(agents());

    for (Domain domain : Domain.values()) {
      world.event(domain, "1", Events.event(1_000_000, 1, "prontera", new Custom("riddle")));
    }

    assertThat(world.dump()).isEqualTo(new World(agents()).dump());
  }

  @Test
  void shouldDoNothingWhenDisabled() {
    Set<AgentName> names = EnumSet.noneOf(AgentName.class);
    agents().forEach(agent -> names.add(agent.name()));
    World world = new World(agents(), names, 1);

    log().forEach(step -> step.feed(world));

    assertThat(world.dump()).allMatch(line -> line.contains(" tick "));
  }

  @Test
  void shouldReadAStateWhenAnEarlierVersionWroteIt() {
    for (Agent<?> agent : agents()) {
      Schema now = new AvroCodec<>(agent.handle().type(), new LocalSchemaIds()).schema();
      Schema earlier = withoutFieldsThatHaveDefaults(now);

      assertThat(SchemaCompatibility.checkReaderWriterCompatibility(now, earlier).getType())
          .as("every field of %s needs a default, so that it can be added later", now.getName())
          .isEqualTo(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
    }
  }

  @Test
  void shouldDrawOtherNumbersWhenTheWorldHasAnotherSeed() {
    World world = new World(agents(), Set.of(), 1);
    World other = new World(agents(), Set.of(), 2);
    log().forEach(step -> step.feed(world));
    log().forEach(step -> step.feed(other));

    assumeTrue(usesRandomness(), "an agent that draws nothing is the same in every world");
    assertThat(other.dump()).isNotEqualTo(world.dump());
  }

  /** Whether the log makes the agent draw random numbers. */
  protected boolean usesRandomness() {
    return false;
  }

  private static Schema withoutFieldsThatHaveDefaults(Schema schema) {
    List<Schema.Field> kept = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      if (!field.hasDefaultValue()) {
        kept.add(new Schema.Field(field, field.schema()));
      }
    }
    Schema earlier =
        Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false);
    earlier.setFields(List.of());
    assertThat(kept).as("fields without a default in " + schema.getName()).isEmpty();
    return earlier;
  }

  /** A step that gives a game event to a key. */
  protected static Step event(
      Domain domain, String key, long time, long player, String map, SpecificRecord payload) {
    return world -> world.event(domain, key, Events.event(time, player, map, payload));
  }

  /** A step that gives a signal to a key. */
  protected static Step signal(Domain domain, String key, long time, SpecificRecord signal) {
    return world -> world.signal(domain, key, time, signal);
  }

  /** A step that lets the clock tick. */
  protected static Step tick(long time) {
    return world -> world.tick(time);
  }
}
