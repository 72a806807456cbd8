package midgard.service.models;

import java.util.List;

/**
 * List prices in dollars for a million tokens, as the providers published them in 2025. They
 * change: {@code <PROVIDER>_PRICE_INPUT} and {@code _OUTPUT} stand above them.
 */
public final class PriceTable {
  private record Entry(Provider provider, String prefix, Price price) {}

  /** The first whose name starts so counts, so longer names stand first. */
  private static final List<Entry> ENTRIES =
      List.of(
          entry(Provider.DEEPSEEK, "deepseek-reasoner", .55, 2.19),
          entry(Provider.DEEPSEEK, "deepseek-chat", .28, 1.10),
          entry(Provider.OPENAI, "gpt-4o-mini", .15, .60),
          entry(Provider.OPENAI, "gpt-4o", 2.50, 10),
          entry(Provider.OPENAI, "gpt-4.1-nano", .10, .40),
          entry(Provider.OPENAI, "gpt-4.1-mini", .40, 1.60),
          entry(Provider.OPENAI, "gpt-4.1", 2, 8),
          entry(Provider.ANTHROPIC, "claude-haiku-4-5", 1, 5),
          entry(Provider.ANTHROPIC, "claude-3-5-haiku", .80, 4),
          entry(Provider.ANTHROPIC, "claude-3-haiku", .25, 1.25),
          entry(Provider.ANTHROPIC, "claude-sonnet", 3, 15),
          entry(Provider.GROQ, "llama-3.3-70b", .59, .79),
          entry(Provider.GROQ, "llama-3.1-8b", .05, .08),
          entry(Provider.XAI, "grok-3-mini", .30, .50),
          entry(Provider.XAI, "grok-3", 3, 15));

  /** For a model that nobody knows the price of: dear, so that the budget holds all the same. */
  public static final Price UNKNOWN = Price.ofUsd(15, 75);

  private PriceTable() {}

  public static Price of(Provider provider, String model) {
    return ENTRIES.stream()
        .filter(entry -> entry.provider() == provider && model.startsWith(entry.prefix()))
        .map(Entry::price)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static Entry entry(Provider provider, String prefix, double input, double output) {
    return new Entry(provider, prefix, Price.ofUsd(input, output));
  }
}
