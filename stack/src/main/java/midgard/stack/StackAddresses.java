package midgard.stack;

/**
 * Where the parts of a stack are reached. The address of a part that was neither started nor given
 * from outside is empty.
 *
 * @param bootstrapServers Kafka, {@code host:port}
 * @param schemaRegistryUrl {@code http://host:port}
 * @param databaseUrl a JDBC URL with the user in it
 * @param redisUrl {@code redis://host:port}
 */
public record StackAddresses(
    String bootstrapServers, String schemaRegistryUrl, String databaseUrl, String redisUrl) {}
