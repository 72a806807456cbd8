package midgard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import midgard.agent.Agent;
import org.junit.jupiter.api.Test;

/** The arrows between modules, and the rules that keep the house as it is meant. */
@AnalyzeClasses(
    packages = "midgard",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class HouseRulesTest {
  private static final int LONGEST_FILE = 350;

  @ArchTest
  static final ArchRule schemasKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("midgard.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "midgard.agent..",
              "midgard.agents..",
              "midgard.topology..",
              "midgard.sql..",
              "midgard.stack..",
              "midgard.service..");

  @ArchTest
  static final ArchRule agentsKnowOnlySchemas =
      noClasses()
          .that()
          .resideInAnyPackage("midgard.agent..", "midgard.agents..", "midgard.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "midgard.topology..",
              "midgard.sql..",
              "midgard.stack..",
              "midgard.service..",
              "org.apache.kafka.streams..");

  @ArchTest
  static final ArchRule theAgentApiKnowsNoAgent =
      noClasses()
          .that()
          .resideInAPackage("midgard.agent..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("midgard.agents..");

  @ArchTest
  static final ArchRule agentsLookAtEachOtherInOneDirection =
      slices().matching("midgard.agents.(*)..").should().beFreeOfCycles();

  /** Beside messages agents know of each other what they keep, and how it is read. */
  @ArchTest
  static final ArchRule agentsMeetInMessagesAndStates =
      classes()
          .that()
          .resideInAPackage("midgard.agents.*..")
          .should(
              new ArchCondition<>("use of other agents only their states and what reads them") {
                @Override
                public void check(JavaClass agent, ConditionEvents events) {
                  agent.getDirectDependenciesFromSelf().stream()
                      .filter(dependency -> isOtherAgents(agent, dependency.getTargetClass()))
                      .filter(dependency -> !isReadable(dependency.getTargetClass()))
                      .forEach(
                          dependency ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      dependency, dependency.getDescription())));
                }
              });

  private static boolean isOtherAgents(JavaClass agent, JavaClass target) {
    return target.getPackageName().startsWith("midgard.agents.")
        && !target.getPackageName().equals(agent.getPackageName());
  }

  private static boolean isReadable(JavaClass target) {
    return target.isAssignableTo(Agent.class)
        || target.getSimpleName().matches(".*(Summary|Views?|Rules)");
  }

  @ArchTest
  static final ArchRule topologyKnowsNoStorageAndNoService =
      noClasses()
          .that()
          .resideInAPackage("midgard.topology..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("midgard.sql..", "midgard.stack..", "midgard.service..");

  @ArchTest
  static final ArchRule sqlAndStackKnowOnlySchemas =
      noClasses()
          .that()
          .resideInAnyPackage("midgard.sql..", "midgard.stack..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "midgard.agent..", "midgard.agents..", "midgard.topology..", "midgard.service..");

  @ArchTest
  static final ArchRule rulesArePure =
      noClasses()
          .that()
          .resideInAPackage("midgard.agents..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.UUID")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(Math.class, "random")
          .because("the same inbox log must give the same bytes");

  @ArchTest
  static final ArchRule rulesIterateInOrder =
      noClasses()
          .that()
          .resideInAPackage("midgard.agents..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.HashMap")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.HashSet")
          .because("their order is no part of the data; a TreeMap's or an EnumMap's is");

  @ArchTest
  static final ArchRule theEnvironmentIsReadByTheConfigurationLibrary =
      noClasses()
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("midgard.schemas..")
          .should()
          .beFinal();

  @Test
  void shouldFindNoFileThatIsTwoFiles() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of(".."))) {
      List<String> tooLong =
          sources
              .filter(path -> path.toString().contains("/src/"))
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> lines(path) > LONGEST_FILE)
              .map(Path::toString)
              .toList();

      assertThat(tooLong).as("files of more than %d lines", LONGEST_FILE).isEmpty();
    }
  }

  private static long lines(Path path) {
    try (Stream<String> lines = Files.lines(path)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
