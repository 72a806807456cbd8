package midgard.service.models;

/**
 * What a model sent back, not yet judged.
 *
 * @param whole false when it stopped because its tokens were used up
 */
record Reply(String text, boolean whole, int inputTokens, int outputTokens) {}
