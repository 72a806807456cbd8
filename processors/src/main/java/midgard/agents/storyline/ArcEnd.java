package midgard.agents.storyline;

import java.util.ArrayList;
import java.util.List;
import midgard.agent.Context;
import midgard.agent.GameRequest;
import midgard.agents.storyline.StorylineRules.HeroReward;
import midgard.schemas.Domain;
import midgard.schemas.action.GiveReward;
import midgard.schemas.eventchain.FactionShift;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.ArcStatus;
import midgard.schemas.storyline.BossStatus;
import midgard.schemas.storyline.Chapter;
import midgard.schemas.storyline.ChapterOutcome;
import midgard.schemas.storyline.ChapterStatus;
import midgard.schemas.storyline.Hero;
import midgard.schemas.storyline.PastArc;
import midgard.schemas.storyline.RewardStatus;
import midgard.schemas.storyline.StoryParticipant;
import midgard.schemas.storyline.StorylineState;

/** Chooses the heroes, and ends the arc. */
final class ArcEnd {
  private static final String UNDECIDED = "It is over, and nobody can say who has won.";
  private static final String ABANDONED = "The story was broken off.";

  private ArcEnd() {}

  /** Once a week the best so far are named; they are paid when the arc is over. */
  static void nameHeroes(Context<StorylineState> context) {
    StorylineState state = context.state();
    chooseHeroes(state, RewardStatus.none);
    if (!state.getArc().getHeroes().isEmpty()) {
      List<String> names = state.getArc().getHeroes().stream().map(ArcEnd::nameOf).toList();
      StoryEffects.announce(
          state.getArc(),
          "heroes:" + context.day(),
          "Heroes of \"%s\" so far: %s."
              .formatted(state.getArc().getArcName(), String.join(", ", names)),
          context);
    }
    StoryRows.flush(context);
  }

  private static String nameOf(Hero hero) {
    return hero.getPlayerName().isEmpty() ? "#" + hero.getPlayerId() : hero.getPlayerName();
  }

  private static void chooseHeroes(StorylineState state, RewardStatus reward) {
    Arc arc = state.getArc();
    List<Hero> before = arc.getHeroes();
    List<Hero> heroes = new ArrayList<>();
    for (StoryParticipant entry : Cast.best(state, StorylineRules.HEROES.size())) {
      heroes.add(
          new Hero(
              heroes.size() + 1,
              entry.getPlayerId(),
              entry.getPlayerName(),
              entry.getContributionScore(),
              StorylineRules.HEROES.get(heroes.size()).title(),
              reward));
    }
    arc.setHeroes(heroes);
    StoryRows.markHeroes(state, before);
  }

  /** When the last chapter and its grace are over. */
  static void finish(Context<StorylineState> context) {
    Arc arc = context.state().getArc();
    int rate = successMilli(arc);
    boolean beaten = arc.getBoss().getStatus() == BossStatus.defeated;
    boolean won = StorylineRules.isDone(rate) || (beaten && !StorylineRules.isLost(rate));
    boolean lost = StorylineRules.isLost(rate);
    String outcome = won ? arc.getSuccessOutcome() : lost ? arc.getFailureOutcome() : UNDECIDED;
    int shift = won ? arc.getAlignmentShift() : lost ? -arc.getAlignmentShift() : 0;
    chooseHeroes(context.state(), RewardStatus.asked);
    arc.getHeroes().forEach(hero -> pay(arc, hero, context));
    end(lost ? ArcStatus.failed : ArcStatus.completed, outcome, shift, context);
  }

  /** An administrator's end: nothing was decided, so nobody wins or is paid. */
  static void abandon(Context<StorylineState> context) {
    StoryCourse.breakOff(context);
    context.state().getArc().setHeroes(new ArrayList<>());
    end(ArcStatus.abandoned, ABANDONED, 0, context);
  }

  private static void pay(Arc arc, Hero hero, Context<StorylineState> context) {
    HeroReward reward = StorylineRules.HEROES.get(hero.getRank() - 1);
    GiveReward give =
        GiveReward.newBuilder()
            .setPlayerId(hero.getPlayerId())
            .setItems(List.of(reward.item()))
            .setBuffs(reward.aura() ? StorylineRules.HERO_AURA : List.of())
            .setTitle(reward.title())
            .build();
    context.action(GameRequest.reward(StoryEffects.heroKey(arc, hero.getRank()), give));
    context.signal(
        Domain.PLAYER,
        Long.toString(hero.getPlayerId()),
        new ReputationGain(
            ReputationKind.world_guardian, reward.reputation(), "hero of a story", arc.getArcId()));
  }

  private static void end(
      ArcStatus status, String outcome, int shift, Context<StorylineState> context) {
    StorylineState state = context.state();
    Arc arc = state.getArc();
    arc.setStatus(status);
    arc.setCompletedAt(context.time());
    List<PastArc> past = state.getPast();
    past.add(0, past(state, outcome, shift));
    if (past.size() > StorylineRules.PAST_KEPT) {
      past.remove(StorylineRules.PAST_KEPT);
    }
    StoryEffects.announce(
        arc, "end", "\"%s\" is over. %s".formatted(arc.getArcName(), outcome), context);
    StoryEffects.tellEnd(arc, context);
    if (shift != 0) {
      context.signal(
          Domain.WORLD,
          Domain.WORLD_KEY,
          new FactionShift(
              arc.getDominantFaction(),
              shift * StorylineRules.MILLI,
              "\"%s\" has ended".formatted(arc.getArcName()),
              arc.getArcId()));
    }
    StoryRows.flush(context);
    context.change(StoryRows.arc(arc));
    context.change(StoryRows.history(past.get(0)));
  }

  private static PastArc past(StorylineState state, String outcome, int shift) {
    Arc arc = state.getArc();
    return new PastArc(
        arc.getArcId(),
        arc.getTemplateId(),
        arc.getArcName(),
        arc.getArcSummary(),
        arc.getTheme(),
        arc.getDominantFaction(),
        arc.getStatus(),
        arc.getDurationDays(),
        state.getTotalParticipants(),
        arc.getChapters().size(),
        (int)
            arc.getChapters().stream()
                .filter(chapter -> chapter.getStatus() == ChapterStatus.completed)
                .count(),
        successMilli(arc),
        outcome,
        worldChanges(arc, outcome, shift),
        List.copyOf(arc.getHeroes()),
        arc.getStartedAt(),
        arc.getCompletedAt());
  }

  /** Chapters that ended well among those that ended, in thousandths. */
  static int successMilli(Arc arc) {
    long ended = 0;
    long well = 0;
    for (Chapter chapter : arc.getChapters()) {
      ended += chapter.getOutcome() == null ? 0 : 1;
      well += chapter.getOutcome() == ChapterOutcome.success ? 1 : 0;
    }
    return ended == 0 ? 0 : (int) (well * StorylineRules.MILLI / ended);
  }

  private static List<String> worldChanges(Arc arc, String outcome, int shift) {
    List<String> changes = new ArrayList<>();
    changes.add(outcome);
    if (arc.getBoss().getStatus() == BossStatus.defeated) {
      changes.add(arc.getBoss().getBossName() + " was defeated.");
    }
    if (shift != 0) {
      changes.add("%s: %+d".formatted(arc.getDominantFaction(), shift));
    }
    return changes;
  }
}
