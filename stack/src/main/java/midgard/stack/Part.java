package midgard.stack;

/** A part of the stack, with the name and the setting of its port as a user knows them. */
public enum Part {
  KAFKA("Kafka", "KAFKA_PORT"),
  REGISTRY("schema registry", "SCHEMA_REGISTRY_PORT"),
  POSTGRESQL("PostgreSQL", "POSTGRES_PORT"),
  REDIS("Redis", "REDIS_PORT");

  private final String title;
  private final String portSetting;

  Part(String title, String portSetting) {
    this.title = title;
    this.portSetting = portSetting;
  }

  /** The name to print. */
  public String title() {
    return title;
  }

  /** The environment key that moves this part to another port. */
  public String portSetting() {
    return portSetting;
  }
}
