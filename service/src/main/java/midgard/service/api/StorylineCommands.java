package midgard.service.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import midgard.agents.storyline.ArcView;
import midgard.agents.storyline.Storyline;
import midgard.agents.storyline.StorylineAgents;
import midgard.schemas.Domain;
import midgard.schemas.storyline.GenerateArc;
import midgard.service.command.Carried;
import midgard.service.command.CommandLog;
import midgard.service.http.ProblemException;
import midgard.service.http.Routes;

/** Asks for a story. While one is told it is the answer (decisions, "Names" 8). */
final class StorylineCommands implements Routes {
  private static final int LONGEST_WORD = 50;
  private static final int LONGEST_NOTES = 1000;
  private static final List<String> FACTIONS =
      List.of("rune_alliance", "shadow_cult", "nature_spirits");

  private final WorldReads world;
  private final Supplier<CommandLog> commands;

  StorylineCommands(WorldReads world, Supplier<CommandLog> commands) {
    this.world = world;
    this.commands = commands;
  }

  /**
   * @param created false: the arc was being told already
   */
  record Generated(boolean created, @JsonUnwrapped ArcView arc) {}

  @Override
  public void register(JavalinConfig config) {
    config.routes.post("/api/v1/storyline/generate", this::generate);
  }

  /** The requirement's own fields, {@code world_state} and {@code player_actions}, are measured. */
  private void generate(Context context) {
    JsonNode body = Bodies.object(context);
    String id = "story-" + UUID.randomUUID();
    GenerateArc command =
        GenerateArc.newBuilder()
            .setForce(Bodies.flag(body, "force", false))
            .setForceTheme(oneOf(body, "force_theme", StorylineAgents.themes()))
            .setForceFaction(oneOf(body, "force_faction", FACTIONS))
            .setAdminNotes(Bodies.text(body, "admin_notes", 0, LONGEST_NOTES, ""))
            .setRequestedId(id)
            .setRequestedBy("api")
            .build();
    Carried.out(commands.get().send(Domain.WORLD, Domain.WORLD_KEY, command));
    ArcView arc =
        world
            .state(Storyline.STATE, Domain.WORLD_KEY)
            .flatMap(ArcView::current)
            .orElseThrow(
                () ->
                    ProblemException.unavailable(
                        "No story was begun; STORYLINE_ENABLED may be false.", 60));
    context.json(new Generated(arc.arcId().equals(id), arc));
  }

  private static String oneOf(JsonNode body, String name, List<String> choices) {
    String word = Bodies.text(body, name, 0, LONGEST_WORD, "");
    if (!word.isEmpty() && !choices.contains(word)) {
      throw Parameters.bad(name, word, "one of " + String.join(", ", choices));
    }
    return word;
  }
}
