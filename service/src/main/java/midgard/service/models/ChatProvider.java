package midgard.service.models;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;

/** One provider, asked once: no retry, no tools, nothing logged. */
final class ChatProvider {
  private final ModelsConfig.Endpoint endpoint;
  private final ChatModel model;

  /**
   * @param longest after which a call is given up
   */
  ChatProvider(ModelsConfig.Endpoint endpoint, Duration longest) {
    this.endpoint = endpoint;
    this.model =
        switch (endpoint.provider().protocol()) {
          case OPENAI ->
              OpenAiChatModel.builder()
                  .baseUrl(endpoint.baseUrl())
                  .apiKey(endpoint.key().secret())
                  .modelName(endpoint.model())
                  .timeout(longest)
                  .maxRetries(0)
                  .build();
          case ANTHROPIC ->
              AnthropicChatModel.builder()
                  .baseUrl(endpoint.baseUrl())
                  .apiKey(endpoint.key().secret())
                  .modelName(endpoint.model())
                  .timeout(longest)
                  .maxRetries(0)
                  .build();
        };
  }

  ModelsConfig.Endpoint endpoint() {
    return endpoint;
  }

  /** Blocks until the answer is there; an interrupt ends it. */
  Reply ask(Prompt prompt) {
    ChatResponse answer =
        model.chat(
            ChatRequest.builder()
                .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()))
                .maxOutputTokens(prompt.maxTokens())
                .build());
    String text = answer.aiMessage() == null ? null : answer.aiMessage().text();
    TokenUsage usage = answer.tokenUsage();
    return new Reply(
        text == null ? "" : text,
        answer.finishReason() != FinishReason.LENGTH,
        count(usage == null ? null : usage.inputTokenCount(), prompt.mostInputTokens()),
        count(usage == null ? null : usage.outputTokenCount(), prompt.maxTokens()));
  }

  /** A provider that does not tell its count is taken to have counted the most. */
  private static int count(Integer told, long most) {
    return told == null || told < 0 ? Math.toIntExact(most) : told;
  }
}
