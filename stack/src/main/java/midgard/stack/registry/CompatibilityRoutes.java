package midgard.stack.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import midgard.stack.registry.SchemaStore.Deleted;

/** {@code /compatibility}: judging a schema without registering it. */
final class CompatibilityRoutes {
  private static final String PATH = "/compatibility/subjects/{subject}/versions";

  private final SchemaStore store;
  private final Registration registration;

  CompatibilityRoutes(SchemaStore store, Registration registration) {
    this.store = store;
    this.registration = registration;
  }

  void addTo(RoutesConfig routes) {
    routes.post(PATH, this::withSubject);
    routes.post(PATH + "/{version}", this::withVersion);
  }

  private void withSubject(Context ctx) {
    Candidate candidate = Requests.candidate(ctx);
    judge(
        ctx,
        () ->
            registration.objections(
                ctx.pathParam("subject"), candidate, Requests.flag(ctx, "normalize")));
  }

  private void withVersion(Context ctx) {
    String subject = ctx.pathParam("subject");
    OptionalInt version = Requests.version(ctx);
    Optional<RegisteredSchema> earlier =
        version.isPresent()
            ? store.find(new SubjectVersion(subject, version.getAsInt()), Deleted.EXCLUDED)
            : store.latest(subject);
    if (earlier.isEmpty() && version.isPresent()) {
      throw RegistryError.versionNotFound(version.getAsInt());
    }
    Candidate candidate = Requests.candidate(ctx);
    boolean normalize = Requests.flag(ctx, "normalize");
    judge(
        ctx,
        () ->
            earlier.isPresent()
                ? registration.objections(subject, candidate, normalize, earlier.get())
                : registration.objections(subject, candidate, normalize));
  }

  private static void judge(Context ctx, Supplier<List<String>> judgement) {
    boolean verbose = Requests.flag(ctx, "verbose");
    List<String> objections;
    try {
      objections = judgement.get();
    } catch (RegistryError invalid) {
      if (!verbose || invalid.status() != 422) {
        throw invalid;
      }
      objections = List.of(invalid.getMessage());
    }
    ObjectNode answer = RegistryJson.object().put("is_compatible", objections.isEmpty());
    if (verbose) {
      objections.forEach(answer.putArray("messages")::add);
    }
    Requests.answer(ctx, answer);
  }
}
