package midgard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import midgard.agent.AgentName;
import midgard.service.Http;
import midgard.service.RunningService;
import midgard.service.Service;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningService.class)
class AgentStatusTest {
  @Test
  void shouldListAllTwentyOneInOrderWhenAsked(Service service) throws Exception {
    JsonNode status = Http.get(service.url() + "/api/v1/world/agents/status").json();

    assertThat(status.get("agents").findValuesAsText("id"))
        .isEqualTo(AgentName.ofRequirement().stream().map(AgentName::id).toList());
  }

  @Test
  void shouldSayWhatAnAgentWaitsForWhenNothingConcernsIt(Service service) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonNode status = Http.get(service.url() + "/api/v1/world/agents/status").json();
              assertThat(status.get("agents"))
                  .filteredOn(agent -> agent.get("rate_per_minute").asDouble() < 0.1)
                  .filteredOn(agent -> agent.get("status").asText().equals("active"))
                  .isNotEmpty()
                  .allMatch(
                      agent -> agent.get("idle_reason").asText().matches("(no|nothing yet of) .+"));
            });
  }

  @Test
  void shouldNameTheJobsAndTheirNextTimesWhenTheSchedulerIsAsked(Service service) throws Exception {
    JsonNode status = Http.get(service.url() + "/api/v1/world/scheduler/status").json();

    assertThat(status.get("running").asBoolean()).isTrue();
    assertThat(status.get("jobs").findValuesAsText("id"))
        .contains("daily_problem_generation", "event_monitoring");
    assertThat(status.get("jobs").findValuesAsText("next_run_time"))
        .allMatch(time -> time.compareTo(status.get("world_time").asText()) > 0);
  }
}
