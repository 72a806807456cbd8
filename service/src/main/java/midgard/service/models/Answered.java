package midgard.service.models;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.model.ModelAnswer;
import midgard.schemas.model.ModelRequest;
import midgard.schemas.model.ModelSpent;
import midgard.schemas.model.ModelTier;

/**
 * What came of a question.
 *
 * @param spent for the ledger: what the answer cost, and what was lost on the way to it
 */
record Answered(Question question, ModelAnswer answer, List<ModelSpent> spent) {
  /**
   * @param day of the ledger, since 1970
   */
  static Answered text(
      Question question, String text, ModelTier tier, Charge charge, List<Charge> lost, int day) {
    return of(question, text, tier, charge, lost, "", day);
  }

  /** There is no text; the charge says what was paid all the same. */
  static Answered none(
      Question question,
      ModelTier tier,
      Charge charge,
      List<Charge> lost,
      String trouble,
      int day) {
    return of(question, null, tier, charge, lost, trouble, day);
  }

  private static Answered of(
      Question question,
      String text,
      ModelTier tier,
      Charge charge,
      List<Charge> lost,
      String trouble,
      int day) {
    ModelRequest request = question.request();
    ModelAnswer answer =
        new ModelAnswer(
            request.getRequestId(),
            request.getPurpose(),
            text,
            tier,
            charge.provider(),
            charge.model(),
            Math.toIntExact(charge.inputTokens()),
            Math.toIntExact(charge.outputTokens()),
            charge.costMicroUsd(),
            trouble);
    List<ModelSpent> spent = new ArrayList<>();
    spent.add(spent(request, tier, charge, day));
    lost.forEach(loss -> spent.add(spent(request, ModelTier.none, loss, day)));
    return new Answered(question, answer, List.copyOf(spent));
  }

  private static ModelSpent spent(ModelRequest request, ModelTier tier, Charge charge, int day) {
    return new ModelSpent(
        request.getRequestId(),
        request.getAgent(),
        day,
        charge.provider(),
        charge.model(),
        tier,
        charge.inputTokens(),
        charge.outputTokens(),
        charge.costMicroUsd());
  }
}
