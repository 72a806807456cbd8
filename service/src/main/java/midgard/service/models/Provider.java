package midgard.service.models;

import java.util.List;
import java.util.Locale;

/** Who can be asked, in the order in which one stands in for another. */
public enum Provider {
  DEEPSEEK(Protocol.OPENAI, "https://api.deepseek.com/v1", "deepseek-chat"),
  OPENAI(Protocol.OPENAI, "https://api.openai.com/v1", "gpt-4o-mini"),
  ANTHROPIC(Protocol.ANTHROPIC, "https://api.anthropic.com/v1", "claude-haiku-4-5"),
  GROQ(Protocol.OPENAI, "https://api.groq.com/openai/v1", "llama-3.3-70b-versatile"),
  XAI(Protocol.OPENAI, "https://api.x.ai/v1", "grok-3-mini");

  /** How a provider is spoken to. */
  public enum Protocol {
    /** Chat completions, as most providers understand them. */
    OPENAI,
    /** Messages. */
    ANTHROPIC
  }

  private final Protocol protocol;
  private final String baseUrl;
  private final String model;

  Provider(Protocol protocol, String baseUrl, String model) {
    this.protocol = protocol;
    this.baseUrl = baseUrl;
    this.model = model;
  }

  public static List<Provider> all() {
    return List.of(values());
  }

  /** As it stands in settings, records and metrics: {@code deepseek}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Protocol protocol() {
    return protocol;
  }

  /** Where it is reached if nothing else is set. */
  public String baseUrl() {
    return baseUrl;
  }

  /** Which model is asked if nothing else is set. */
  public String model() {
    return model;
  }
}
