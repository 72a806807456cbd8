package midgard.service.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks one provider after the other until one answers, within the time and the budget. */
final class ProviderChain {
  /** No answer is waited for longer, however late it may come. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final List<GuardedProvider> providers;
  private final Budget budget;
  private final ModelMeters meters;

  ProviderChain(List<GuardedProvider> providers, Budget budget, ModelMeters meters) {
    this.providers = List.copyOf(providers);
    this.budget = budget;
    this.meters = meters;
  }

  /**
   * @param reply empty when nobody answered; {@code trouble} then says why
   * @param charge of the reply
   * @param lost what calls may have cost that brought no reply
   */
  record Result(Optional<Reply> reply, Charge charge, List<Charge> lost, String trouble) {}

  /** Providers that are asked at present. */
  List<String> asked() {
    return providers.stream()
        .filter(GuardedProvider::isAsked)
        .map(provider -> provider.endpoint().provider().id())
        .toList();
  }

  Result ask(Prompt prompt, Deadline deadline) {
    List<Charge> lost = new ArrayList<>();
    List<String> troubles = new ArrayList<>();
    for (int i = 0; i < providers.size(); i++) {
      if (deadline.passed()) {
        troubles.add("it is too late");
        break;
      }
      GuardedProvider provider = providers.get(i);
      ModelsConfig.Endpoint endpoint = provider.endpoint();
      long most = prompt.mostAt(endpoint.price());
      if (!budget.reserve(most)) {
        meters.overBudget();
        troubles.add("the day's budget does not allow to ask " + endpoint.provider().id());
        continue;
      }
      Charge charge = Charge.NOTHING;
      try {
        Duration limit = limit(deadline, i);
        Reply reply = meters.timed(endpoint, () -> provider.ask(prompt, limit));
        charge = charge(endpoint, reply.inputTokens(), reply.outputTokens());
        return new Result(Optional.of(reply), charge, lost, "");
      } catch (ProviderFailure e) {
        meters.failed(endpoint);
        troubles.add(e.getMessage());
        if (e.mayBeCharged()) {
          charge = charge(endpoint, prompt.mostInputTokens(), prompt.maxTokens());
          lost.add(charge);
        }
      } finally {
        budget.settle(most, charge.costMicroUsd());
        meters.spent(charge.costMicroUsd());
      }
    }
    return new Result(Optional.empty(), Charge.NOTHING, lost, String.join("; ", troubles));
  }

  /** While another can still be asked, half of the time is kept for it. */
  private Duration limit(Deadline deadline, int place) {
    boolean last = place == providers.size() - 1;
    Duration left = last ? deadline.left() : deadline.left().dividedBy(2);
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }

  private static Charge charge(ModelsConfig.Endpoint endpoint, long input, long output) {
    return new Charge(
        endpoint.provider().id(),
        endpoint.model(),
        input,
        output,
        endpoint.price().of(input, output));
  }
}
