package midgard.stack.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import midgard.stack.registry.SchemaStore.Deleted;

/** {@code /schemas}: schemas by id and over all subjects. */
final class SchemaRoutes {
  private final SchemaStore store;
  private final SchemaParsing parsing;

  SchemaRoutes(SchemaStore store, SchemaParsing parsing) {
    this.store = store;
    this.parsing = parsing;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/", ctx -> Requests.answer(ctx, RegistryJson.object()));
    routes.get("/contexts", ctx -> Requests.answer(ctx, List.of(".")));
    routes.get("/schemas", this::list);
    routes.get("/schemas/types", ctx -> Requests.answer(ctx, List.of("AVRO")));
    routes.get("/schemas/ids/{id}", this::schema);
    routes.get("/schemas/ids/{id}/schema", this::schemaOnly);
    routes.get("/schemas/ids/{id}/subjects", this::subjects);
    routes.get("/schemas/ids/{id}/versions", this::versions);
  }

  private void list(Context ctx) {
    String prefix = Subjects.prefix(ctx);
    Stream<RegisteredSchema> found =
        store.all(Requests.deleted(ctx)).filter(schema -> schema.subject().startsWith(prefix));
    if (Requests.flag(ctx, "latestOnly")) {
      Map<String, Integer> newest = new HashMap<>();
      List<RegisteredSchema> all = found.toList();
      all.forEach(schema -> newest.merge(schema.subject(), schema.version(), Math::max));
      found = all.stream().filter(schema -> newest.get(schema.subject()) == schema.version());
    }
    Requests.answer(ctx, Requests.page(ctx, found.map(schema -> describe(ctx, schema))));
  }

  private ObjectNode describe(Context ctx, RegisteredSchema schema) {
    return described(ctx, schema)
        .put("subject", schema.subject())
        .put("version", schema.version())
        .put("id", schema.id());
  }

  private void schema(Context ctx) {
    ObjectNode answer = described(ctx, first(ctx));
    if (Requests.flag(ctx, "fetchMaxId")) {
      answer.put("maxId", store.highestId());
    }
    Requests.answer(ctx, answer);
  }

  private ObjectNode described(Context ctx, RegisteredSchema schema) {
    ObjectNode answer = RegistryJson.object().put("schema", Subjects.text(ctx, schema, parsing));
    if (!schema.references().isEmpty()) {
      answer.set("references", RegistryJson.references(schema.references()));
    }
    return answer;
  }

  private void schemaOnly(Context ctx) {
    String text = Subjects.text(ctx, first(ctx), parsing);
    Requests.answer(ctx, text.getBytes(StandardCharsets.UTF_8));
  }

  private void subjects(Context ctx) {
    Requests.answer(ctx, Requests.page(ctx, uses(ctx).map(RegisteredSchema::subject).distinct()));
  }

  private void versions(Context ctx) {
    Requests.answer(
        ctx,
        Requests.page(
            ctx,
            uses(ctx)
                .map(
                    schema ->
                        RegistryJson.object()
                            .put("subject", schema.subject())
                            .put("version", schema.version()))));
  }

  private Stream<RegisteredSchema> uses(Context ctx) {
    int id = first(ctx).id();
    return store.all(Requests.deleted(ctx)).filter(schema -> schema.id() == id);
  }

  /** Soft-deleted schemas count: records written with them are still there to be read. */
  private RegisteredSchema first(Context ctx) {
    int id = Requests.id(ctx);
    return store
        .all(Deleted.INCLUDED)
        .filter(schema -> schema.id() == id)
        .findFirst()
        .orElseThrow(() -> RegistryError.schemaNotFound(id));
  }
}
