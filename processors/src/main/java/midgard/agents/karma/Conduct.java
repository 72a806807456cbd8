package midgard.agents.karma;

import java.util.Locale;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.StateOf;
import midgard.schemas.Domain;
import midgard.schemas.event.Alignment;
import midgard.schemas.event.Donation;
import midgard.schemas.event.DonationTarget;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.MvpKill;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.event.SkillUse;
import midgard.schemas.karma.KarmaAction;
import midgard.schemas.karma.KarmaDeed;
import midgard.schemas.karma.PlayerKarmaState;

/**
 * Judges what a player does. Deeds are summed for some seconds before the world and the database
 * are told, so a hunt costs no more than a single kill.
 */
public final class Conduct extends Agent<PlayerKarmaState> {
  public static final StateOf<PlayerKarmaState> STATE =
      StateOf.of(AgentName.KARMA, Domain.PLAYER, PlayerKarmaState.class);

  private static final String TELL = "tell";
  private static final String SHADOW_CULT = "shadow_cult";

  private final KarmaRules rules;

  public Conduct(KarmaRules rules) {
    super(STATE);
    this.rules = rules;
    on(MonsterKill.class, this::kill);
    on(MvpKill.class, this::mvpKill);
    on(NpcInteraction.class, this::interaction);
    on(Donation.class, this::donation);
    on(QuestComplete.class, this::quest);
    on(SkillUse.class, this::skill);
    on(KarmaDeed.class, (deed, context) -> judge(deed.getAction(), deed.getTarget(), context));
    on(PlayerLogin.class, (login, context) -> login(context));
    onTimer(TELL, (due, context) -> PendingDeeds.tell(rules, context));
  }

  /** The numbers by which it judges. */
  public KarmaRules rules() {
    return rules;
  }

  private void kill(MonsterKill kill, Context<PlayerKarmaState> context) {
    KarmaRules.kill(kill.getMonsterId(), kill.getMonsterName())
        .ifPresent(action -> judge(action, Integer.toString(kill.getMonsterId()), context));
  }

  /** Everyone who fought has a share in the deed, the one who struck last in any case. */
  private void mvpKill(MvpKill kill, Context<PlayerKarmaState> context) {
    String player = context.key();
    boolean took =
        player.equals(Long.toString(context.event().getPlayerId()))
            || kill.getParticipants().stream()
                .anyMatch(
                    one -> one.getDamage() > 0 && player.equals(Long.toString(one.getPlayerId())));
    if (took) {
      judge(KarmaAction.defeat_evil_boss, Integer.toString(kill.getMvpId()), context);
    }
  }

  private void interaction(NpcInteraction what, Context<PlayerKarmaState> context) {
    if (what.getInteraction() == Interaction.help) {
      judge(KarmaAction.help_npc_quest, what.getNpcName(), context);
    } else if (what.getInteraction() == Interaction.attack && isNewAttack(what, context)) {
      judge(KarmaAction.kill_protected_npc, what.getNpcName(), context);
    }
  }

  private static boolean isNewAttack(NpcInteraction attack, Context<PlayerKarmaState> context) {
    PlayerKarmaState state = context.state();
    boolean same =
        attack.getNpcName().equals(state.getAttackedNpc())
            && Math.abs(context.time() - state.getAttackedAt()) < KarmaRules.ONE_ATTACK.toMillis();
    if (!same) {
      state.setAttackedNpc(attack.getNpcName());
      state.setAttackedAt(context.time());
    }
    return !same;
  }

  private void donation(Donation donation, Context<PlayerKarmaState> context) {
    if (donation.getAmount() <= 0) {
      return;
    }
    if (donation.getTarget() == DonationTarget.temple) {
      judge(KarmaAction.donate_temple, "temple", context);
    } else if (SHADOW_CULT.equals(donation.getFactionId())) {
      judge(KarmaAction.help_shadow_cult, "donation", context);
    }
  }

  private void quest(QuestComplete quest, Context<PlayerKarmaState> context) {
    String id = Integer.toString(quest.getQuestId());
    if (quest.getQuestAlignment() == Alignment.good) {
      judge(KarmaAction.complete_good_quest, id, context);
    } else if (quest.getQuestAlignment() == Alignment.evil) {
      judge(KarmaAction.complete_evil_quest, id, context);
    } else if (SHADOW_CULT.equals(quest.getFactionId())) {
      judge(KarmaAction.help_shadow_cult, id, context);
    }
  }

  /** Only what heals somebody else is a good deed. */
  private void skill(SkillUse use, Context<PlayerKarmaState> context) {
    if (use.getHeal() == null
        || use.getHeal() <= 0
        || use.getTargetType() == null
        || use.getTargetId() == null
        || context.key().equals(Long.toString(use.getTargetId()))) {
      return;
    }
    patient(use.getTargetType())
        .ifPresent(action -> judge(action, Long.toString(use.getTargetId()), context));
  }

  private static Optional<KarmaAction> patient(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "player", "pc" -> Optional.of(KarmaAction.save_player);
      case "npc" -> Optional.of(KarmaAction.heal_wounded_npc);
      default -> Optional.empty();
    };
  }

  /** A deed worth nothing is not kept: trade and duels leave karma as it is. */
  private void judge(KarmaAction action, String target, Context<PlayerKarmaState> context) {
    int value = KarmaRules.value(action);
    if (value == 0) {
      return;
    }
    PlayerKarmaState state = context.state();
    DayOfDeeds.start(state, context.day(), rules);
    if (!DayOfDeeds.takes(state, action, target, rules)) {
      return;
    }
    long before = state.getKarmaMilli();
    state.setKarmaMilli(KarmaRules.bounded(before + value * 1000L));
    if (value > 0) {
      state.setGoodActions(state.getGoodActions() + 1);
    } else {
      state.setEvilActions(state.getEvilActions() + 1);
    }
    state.setLastActionAt(Math.max(state.getLastActionAt(), context.time()));
    PendingDeeds.add(state, action, target, state.getKarmaMilli() - before, context.time());
    context.wakeAt(context.nextTurn(KarmaRules.FLUSH), TELL);
  }

  /** So that the database tells what time has taken while the player was away. */
  private void login(Context<PlayerKarmaState> context) {
    PlayerKarmaState state = context.state();
    if (state.getDecayedDay() < 0) {
      return;
    }
    long before = state.getKarmaMilli();
    DayOfDeeds.start(state, context.day(), rules);
    if (state.getKarmaMilli() != before) {
      context.change(PendingDeeds.row(rules, context));
    }
  }
}
