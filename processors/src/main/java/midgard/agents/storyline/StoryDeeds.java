package midgard.agents.storyline;

import java.util.List;
import midgard.agent.Context;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.MvpParticipant;
import midgard.schemas.storyline.Arc;
import midgard.schemas.storyline.BossFelled;
import midgard.schemas.storyline.BossStatus;
import midgard.schemas.storyline.ChapterOutcome;
import midgard.schemas.storyline.Deed;
import midgard.schemas.storyline.DeedNote;
import midgard.schemas.storyline.DeedShare;
import midgard.schemas.storyline.NotedChoice;
import midgard.schemas.storyline.PlayerChoice;
import midgard.schemas.storyline.StoryBoss;
import midgard.schemas.storyline.StoryParticipant;
import midgard.schemas.storyline.StoryProgress;
import midgard.schemas.storyline.StorylineState;

/** What players have done, as it counts for the story. */
final class StoryDeeds {
  private static final int PERCENT = 100;

  private StoryDeeds() {}

  private static boolean runs(StorylineState state) {
    return state.getArc() != null && StoryCourse.isActive(state.getArc());
  }

  private static StoryParticipant contribute(
      long player, String name, long contribution, Context<StorylineState> context) {
    context.wakeAt(context.nextTurn(StorylineRules.FLUSH), Storyline.WRITE);
    return Cast.contribute(context.state(), player, name, contribution, context.time());
  }

  static void progress(StoryProgress progress, Context<StorylineState> context) {
    StorylineState state = context.state();
    if (!runs(state) || !state.getArc().getArcId().equals(progress.getArcId())) {
      return;
    }
    StoryParticipant entry =
        contribute(
            progress.getPlayerId(),
            progress.getPlayerName(),
            StorylineRules.contribution(progress.getSteps(), progress.getQuests()),
            context);
    entry.setQuestsCompleted(entry.getQuestsCompleted() + progress.getQuests());
    // What is told after its chapter is the player's merit, but moves the next chapter not.
    if (progress.getChapterNumber() == state.getArc().getCurrentChapter()) {
      StoryCourse.addPoints(
          StorylineRules.points(progress.getSteps(), progress.getQuests()), context);
    }
  }

  static void deed(Deed deed, Context<StorylineState> context) {
    StorylineState state = context.state();
    String id = deed.getKind() + ":" + deed.getId();
    if (deed.getOutcome() != null) {
      if (isKnown(deed, state.getDeeds())) {
        return;
      }
      note(deed, state.getDeeds(), context.time());
    }
    if (!runs(state)) {
      return;
    }
    for (DeedShare share : deed.getPlayers()) {
      share(id, share, context);
    }
    if (deed.getOutcome() != null) {
      StoryCourse.addPoints(StorylineRules.points(deed.getKind(), deed.getOutcome()), context);
    }
  }

  private static boolean isKnown(Deed deed, List<DeedNote> deeds) {
    return deeds.stream()
        .anyMatch(note -> note.getKind() == deed.getKind() && note.getId().equals(deed.getId()));
  }

  private static void note(Deed deed, List<DeedNote> deeds, long now) {
    deeds.add(
        new DeedNote(
            deed.getKind(), deed.getId(), deed.getTitle(), deed.getMap(), deed.getOutcome(), now));
    if (deeds.size() > StorylineRules.DEEDS_KEPT) {
      deeds.remove(0);
    }
  }

  private static void share(String deed, DeedShare share, Context<StorylineState> context) {
    if (share.getScore() <= 0 || share.getPlayerId() <= 0) {
      return;
    }
    int score = Math.min(StorylineRules.MOST_PER_DEED, share.getScore());
    boolean had =
        context.state().getParticipants().stream()
            .anyMatch(
                entry ->
                    entry.getPlayerId() == share.getPlayerId() && entry.getLastDeed().equals(deed));
    if (!had) {
      contribute(share.getPlayerId(), "", score, context).setLastDeed(deed);
    }
  }

  static void choice(PlayerChoice choice, Context<StorylineState> context) {
    StorylineState state = context.state();
    if (!runs(state) || !state.getArc().getArcId().equals(choice.getArcId())) {
      return;
    }
    StoryParticipant entry =
        contribute(choice.getPlayerId(), "", StorylineRules.CONTRIBUTION_PER_CHOICE, context);
    entry.setChoicesMade(entry.getChoicesMade() + 1);
    if (choice.getImpactScore() >= StorylineRules.NOTED_IMPACT) {
      Arc arc = state.getArc();
      arc.getChoices()
          .add(
              new NotedChoice(
                  choice.getPlayerId(),
                  choice.getChoiceType(),
                  choice.getChoiceData(),
                  choice.getImpactScore(),
                  context.time()));
      if (arc.getChoices().size() > StorylineRules.CHOICES_KEPT) {
        arc.getChoices().remove(0);
      }
      context.change(StoryRows.arc(arc));
    }
  }

  /** The killer's own event: it comes also where no MVP's fall is told. */
  static void bossFelled(BossFelled felled, Context<StorylineState> context) {
    StorylineState state = context.state();
    if (!runs(state) || !state.getArc().getArcId().equals(felled.getArcId())) {
      return;
    }
    StoryBoss boss = state.getArc().getBoss();
    if (isThere(boss)) {
      shareBoss(felled.getPlayerId(), felled.getPlayerName(), PERCENT, context);
      beat(context);
    }
  }

  /** The fall of an MVP, with everyone who fought it; may come before or after the killer's. */
  static void mvpKill(MvpKill kill, Context<StorylineState> context) {
    StorylineState state = context.state();
    if (!runs(state)) {
      return;
    }
    StoryBoss boss = state.getArc().getBoss();
    GameEvent event = context.event();
    boolean its =
        kill.getMvpId() == boss.getBossId()
            && boss.getSpawnMap().equals(event.getMap())
            && (isThere(boss) || boss.getStatus() == BossStatus.defeated);
    if (!its) {
      return;
    }
    // Whoever strikes the last blow first: so it does not matter whose news comes first.
    String name = event.getPlayerName() == null ? "" : event.getPlayerName();
    shareBoss(event.getPlayerId(), name, PERCENT, context);
    long total = kill.getParticipants().stream().mapToLong(MvpParticipant::getDamage).sum();
    for (MvpParticipant fighter : kill.getParticipants()) {
      if (fighter.getDamage() > 0) {
        int percent = (int) (fighter.getDamage() * PERCENT / total);
        shareBoss(fighter.getPlayerId(), "", percent, context);
      }
    }
    if (isThere(boss)) {
      beat(context);
    }
  }

  /** A boss that the game could not bring may have come after all, by hand. */
  private static boolean isThere(StoryBoss boss) {
    return boss.getStatus() == BossStatus.spawned || boss.getStatus() == BossStatus.missing;
  }

  private static void shareBoss(
      long player, String name, int percent, Context<StorylineState> context) {
    String deed = "boss:" + context.state().getArc().getArcId();
    share(deed, new DeedShare(player, StorylineRules.bossContribution(percent)), context);
    if (!name.isEmpty() && player > 0) {
      contribute(player, name, 0, context);
    }
  }

  private static void beat(Context<StorylineState> context) {
    StorylineState state = context.state();
    Arc arc = state.getArc();
    arc.getBoss().setStatus(BossStatus.defeated);
    state.setVillainDefeats(state.getVillainDefeats() + 1);
    StoryEffects.announce(
        arc, "boss:end", arc.getBoss().getBossName() + " has been defeated!", context);
    if (StoryCourse.isOpen(arc)) {
      StoryCourse.close(ChapterOutcome.success, context);
    }
  }
}
