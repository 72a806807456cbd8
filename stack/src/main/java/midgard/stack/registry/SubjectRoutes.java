package midgard.stack.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import midgard.stack.registry.SchemaStore.Deleted;

/** {@code /subjects}: versions of schemas under names. */
final class SubjectRoutes {
  private final SchemaStore store;
  private final Registration registration;
  private final Deletion deletion;
  private final SchemaParsing parsing;

  SubjectRoutes(
      SchemaStore store, Registration registration, Deletion deletion, SchemaParsing parsing) {
    this.store = store;
    this.registration = registration;
    this.deletion = deletion;
    this.parsing = parsing;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/subjects", this::list);
    routes.post("/subjects/{subject}", this::lookUp);
    routes.delete("/subjects/{subject}", this::deleteSubject);
    routes.get("/subjects/{subject}/versions", this::versions);
    routes.post("/subjects/{subject}/versions", this::register);
    routes.get("/subjects/{subject}/versions/{version}", this::version);
    routes.delete("/subjects/{subject}/versions/{version}", this::deleteVersion);
    routes.get("/subjects/{subject}/versions/{version}/schema", this::schemaOnly);
    routes.get("/subjects/{subject}/versions/{version}/referencedby", this::referencedBy);
  }

  private void list(Context ctx) {
    String prefix = Subjects.prefix(ctx);
    Requests.answer(
        ctx,
        Requests.page(
            ctx,
            store
                .all(Requests.deleted(ctx))
                .map(RegisteredSchema::subject)
                .distinct()
                .filter(subject -> subject.startsWith(prefix))));
  }

  private void lookUp(Context ctx) {
    RegisteredSchema found =
        registration.lookUp(
            ctx.pathParam("subject"),
            Requests.candidate(ctx),
            Requests.flag(ctx, "normalize"),
            Requests.deleted(ctx));
    Requests.answer(ctx, describe(ctx, found));
  }

  private void deleteSubject(Context ctx) {
    Requests.answer(
        ctx, deletion.subject(ctx.pathParam("subject"), Requests.flag(ctx, "permanent")));
  }

  private void versions(Context ctx) {
    String subject = ctx.pathParam("subject");
    Deleted deleted = Requests.deleted(ctx);
    Deleted known = deleted == Deleted.ONLY ? Deleted.INCLUDED : deleted;
    if (!store.hasSubject(subject, known)) {
      throw RegistryError.subjectNotFound(subject);
    }
    Requests.answer(
        ctx, Requests.page(ctx, store.versions(subject, deleted).map(RegisteredSchema::version)));
  }

  private void register(Context ctx) {
    RegisteredSchema registered =
        registration.register(
            ctx.pathParam("subject"), Requests.candidate(ctx), Requests.flag(ctx, "normalize"));
    Requests.answer(ctx, RegistryJson.object().put("id", registered.id()));
  }

  private void version(Context ctx) {
    Requests.answer(ctx, describe(ctx, find(ctx, Requests.deleted(ctx))));
  }

  private void schemaOnly(Context ctx) {
    RegisteredSchema schema = find(ctx, Requests.deleted(ctx));
    Requests.answer(ctx, text(ctx, schema).getBytes(StandardCharsets.UTF_8));
  }

  private void referencedBy(Context ctx) {
    SubjectVersion key = find(ctx, Deleted.INCLUDED).key();
    Requests.answer(
        ctx,
        Requests.page(
            ctx,
            store
                .referrersOf(key, Requests.deleted(ctx))
                .map(RegisteredSchema::id)
                .distinct()
                .sorted()));
  }

  private void deleteVersion(Context ctx) {
    RegisteredSchema schema = find(ctx, Deleted.INCLUDED);
    deletion.version(schema, Requests.flag(ctx, "permanent"));
    Requests.answer(ctx, schema.version());
  }

  private RegisteredSchema find(Context ctx, Deleted deleted) {
    String subject = ctx.pathParam("subject");
    OptionalInt version = Requests.version(ctx);
    return (version.isPresent()
            ? store.find(new SubjectVersion(subject, version.getAsInt()), deleted)
            : store.latest(subject))
        .orElseThrow(
            () ->
                store.hasSubject(subject, deleted)
                    ? RegistryError.versionNotFound(version.orElse(-1))
                    : RegistryError.subjectNotFound(subject));
  }

  private ObjectNode describe(Context ctx, RegisteredSchema schema) {
    ObjectNode answer =
        RegistryJson.object()
            .put("subject", schema.subject())
            .put("version", schema.version())
            .put("id", schema.id());
    if (!schema.references().isEmpty()) {
      answer.set("references", RegistryJson.references(schema.references()));
    }
    return answer.put("schema", text(ctx, schema));
  }

  private String text(Context ctx, RegisteredSchema schema) {
    return Subjects.text(ctx, schema, parsing);
  }
}
