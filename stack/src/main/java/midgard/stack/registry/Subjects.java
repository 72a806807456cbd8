package midgard.stack.registry;

import io.javalin.http.Context;

/** What the routes on subjects and on ids have in common. */
final class Subjects {
  /** How the real client asks for the subjects of all contexts; here there is only one. */
  private static final String ALL_CONTEXTS = ":*:";

  private Subjects() {}

  /** The prefix of the subjects asked for; empty asks for all. */
  static String prefix(Context ctx) {
    String prefix = ctx.queryParam("subjectPrefix");
    if (prefix == null) {
      return "";
    }
    return prefix.startsWith(ALL_CONTEXTS) ? prefix.substring(ALL_CONTEXTS.length()) : prefix;
  }

  /** The text of a schema in the format asked for: {@code resolved} writes references out. */
  static String text(Context ctx, RegisteredSchema schema, SchemaParsing parsing) {
    return "resolved".equalsIgnoreCase(ctx.queryParam("format"))
        ? parsing.parseStored(schema).resolved()
        : schema.schema();
  }
}
