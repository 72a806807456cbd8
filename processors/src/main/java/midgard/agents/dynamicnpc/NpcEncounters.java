package midgard.agents.dynamicnpc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import midgard.agent.Agent;
import midgard.agent.AgentName;
import midgard.agent.Context;
import midgard.agent.Shared;
import midgard.agent.StateOf;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.dynamicnpc.DialogueLine;
import midgard.schemas.dynamicnpc.Encounter;
import midgard.schemas.dynamicnpc.NpcArrived;
import midgard.schemas.dynamicnpc.NpcEncounterState;
import midgard.schemas.dynamicnpc.NpcGift;
import midgard.schemas.dynamicnpc.NpcInteractionRow;
import midgard.schemas.dynamicnpc.NpcLeft;
import midgard.schemas.dynamicnpc.NpcMet;
import midgard.schemas.dynamicnpc.NpcObjectiveKind;
import midgard.schemas.dynamicnpc.NpcQuestStatus;
import midgard.schemas.dynamicnpc.PresentNpcs;
import midgard.schemas.event.Emote;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemRefine;
import midgard.schemas.event.MapChange;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.ShopBuy;
import midgard.schemas.event.ShopSell;
import midgard.schemas.reputation.ReputationGain;
import midgard.schemas.reputation.ReputationKind;

/**
 * What passes between a player and the wanderers: the first meeting, the talk, the quest. Each
 * player's part is kept with the player, so that a crowd around one wanderer is no crowd here.
 */
public final class NpcEncounters extends Agent<NpcEncounterState> {
  public static final StateOf<NpcEncounterState> STATE =
      StateOf.of(AgentName.DYNAMIC_NPC, Domain.PLAYER, NpcEncounterState.class);

  private static final String TELL = "tell";
  private static final String PART = "part";

  private final Shared<PresentNpcs> present;

  public NpcEncounters() {
    super(STATE);
    present = share(PresentNpcs.class, () -> PresentNpcs.newBuilder().build());
    onBroadcast(present, NpcArrived.class, NpcEncounters::arrived);
    onBroadcast(present, NpcLeft.class, NpcEncounters::left);
    on(NpcInteraction.class, this::interact);
    on(MapChange.class, this::travel);
    on(ShopBuy.class, (buy, context) -> count(NpcObjectiveKind.buy_at_shop, "shop", context));
    on(ShopSell.class, (sell, context) -> count(NpcObjectiveKind.sell_at_shop, "shop", context));
    on(ItemRefine.class, (refine, context) -> count(NpcObjectiveKind.refine, "item", context));
    on(Emote.class, this::emote);
    onTimer(TELL, (due, context) -> tell(context));
    onTimer(PART, (due, context) -> part(context));
  }

  private static void arrived(NpcArrived arrived, PresentNpcs present) {
    long kept = arrived.getSpawnedAt() - NpcRules.KEPT.toMillis();
    present
        .getNpcs()
        .removeIf(npc -> npc.getDespawnsAt() <= kept || npc.getNpcId().equals(arrived.getNpcId()));
    present.getNpcs().add(arrived);
  }

  private static void left(NpcLeft left, PresentNpcs present) {
    present.getNpcs().removeIf(npc -> npc.getNpcId().equals(left.getNpcId()));
  }

  /** Those who were there when it happened; what comes a day too late finds nobody. */
  private List<NpcArrived> present(Context<NpcEncounterState> context) {
    return context.shared(present).getNpcs().stream()
        .filter(
            npc ->
                npc.getSpawnedAt() <= context.time()
                    && context.time() < npc.getDespawnsAt()
                    && context.clock() < npc.getDespawnsAt() + NpcRules.KEPT.toMillis())
        .toList();
  }

  private void interact(NpcInteraction interaction, Context<NpcEncounterState> context) {
    String name = interaction.getNpcName();
    String map = context.event().getMap();
    Optional<NpcArrived> met =
        present(context).stream()
            .filter(npc -> npc.getNpcId().equals(name) || npc.getNpcName().equals(name))
            .filter(npc -> map == null || npc.getSpawnMap().equals(map))
            .findFirst();
    if (met.isPresent()) {
      meet(met.get(), interaction, context);
    } else {
      count(NpcObjectiveKind.talk_to_others, name, context);
    }
  }

  private static void meet(
      NpcArrived npc, NpcInteraction interaction, Context<NpcEncounterState> context) {
    Encounter encounter = encounter(npc, context);
    Optional<NpcGift> gift = Optional.empty();
    String answer;
    if (interaction.getInteraction() == Interaction.quest) {
      boolean open = encounter.getQuest() == NpcQuestStatus.open;
      if (open && NpcQuest.isFulfilled(encounter)) {
        gift = Optional.of(complete(npc, encounter, context));
      }
      answer = quest(npc, encounter, gift.isPresent(), context);
    } else {
      answer =
          interaction.getInteraction() == Interaction.talk
              ? NpcTexts.greeting(npc.getNpcType())
              : NpcTexts.nod(npc.getNpcName());
    }
    if (interaction.getMessage() != null) {
      say(encounter, "player", interaction.getMessage(), context);
    }
    say(encounter, "npc", answer, context);
    encounter.setUntold(encounter.getUntold() + 1);
    context.wakeAt(context.clock() + 1, TELL);
    context.change(
        new NpcInteractionRow(
            context.newId("interaction"),
            npc.getNpcId(),
            Long.parseLong(context.key()),
            interaction.getInteraction().name(),
            encounter.getDialogue(),
            gift.orElse(null),
            Instant.ofEpochMilli(context.time())));
  }

  /** The one that there is, or a new one: who finds a wanderer is an explorer. */
  private static Encounter encounter(NpcArrived npc, Context<NpcEncounterState> context) {
    List<Encounter> encounters = context.state().getEncounters();
    for (Encounter encounter : encounters) {
      if (encounter.getNpcId().equals(npc.getNpcId())) {
        return encounter;
      }
    }
    Encounter first =
        new Encounter(
            npc.getNpcId(),
            npc.getDespawnsAt(),
            NpcQuestStatus.none,
            new ArrayList<>(),
            new ArrayList<>(),
            0L,
            false);
    encounters.add(first);
    context.wakeAt(npc.getDespawnsAt() + NpcRules.KEPT.toMillis(), PART);
    context.signal(
        Domain.PLAYER,
        context.key(),
        new ReputationGain(
            ReputationKind.explorer,
            NpcRules.EXPLORER_REPUTATION,
            "wandering NPC found",
            npc.getNpcId()));
    return first;
  }

  private static String quest(
      NpcArrived npc, Encounter encounter, boolean justDone, Context<NpcEncounterState> context) {
    if (justDone) {
      NpcEffects.say(npc, "done", NpcTexts.questDone(), context);
      return NpcTexts.questDone();
    }
    switch (encounter.getQuest()) {
      case none -> {
        encounter.setQuest(NpcQuestStatus.open);
        encounter.setObjectives(NpcQuest.objectives(npc.getNpcType()));
        String task = NpcTexts.questOpened(npc.getNpcType());
        NpcEffects.quest(npc, context);
        NpcEffects.say(npc, "task", task, context);
        return task;
      }
      case open -> {
        return NpcTexts.questOpen(NpcQuest.missing(npc.getNpcType(), encounter));
      }
      default -> {
        return NpcTexts.questWasDone();
      }
    }
  }

  private static NpcGift complete(
      NpcArrived npc, Encounter encounter, Context<NpcEncounterState> context) {
    encounter.setQuest(NpcQuestStatus.done);
    encounter.setUntoldQuestDone(true);
    NpcGift gift = NpcRewards.draw(npc.getRewardData(), context.random());
    NpcEffects.reward(npc, gift, context);
    return gift;
  }

  private static void say(
      Encounter encounter, String speaker, String text, Context<NpcEncounterState> context) {
    String line =
        text.length() <= NpcRules.LONGEST_LINE ? text : text.substring(0, NpcRules.LONGEST_LINE);
    List<DialogueLine> dialogue = encounter.getDialogue();
    dialogue.add(new DialogueLine(speaker, line, context.time()));
    if (dialogue.size() > NpcRules.LONGEST_DIALOGUE) {
      dialogue.subList(0, dialogue.size() - NpcRules.LONGEST_DIALOGUE).clear();
    }
  }

  private void travel(MapChange change, Context<NpcEncounterState> context) {
    String map = change.getToMap();
    for (NpcArrived npc : present(context)) {
      for (Encounter encounter : context.state().getEncounters()) {
        if (encounter.getNpcId().equals(npc.getNpcId()) && !npc.getSpawnMap().equals(map)) {
          NpcQuest.count(encounter, NpcObjectiveKind.visit_maps, map);
          if (MapCatalogue.KNOWN.isTown(map)) {
            NpcQuest.count(encounter, NpcObjectiveKind.visit_town, map);
          }
        }
      }
    }
  }

  private void emote(Emote emote, Context<NpcEncounterState> context) {
    String map = context.event().getMap();
    for (NpcArrived npc : present(context)) {
      if (npc.getSpawnMap().equals(map)) {
        for (Encounter encounter : context.state().getEncounters()) {
          if (encounter.getNpcId().equals(npc.getNpcId())) {
            NpcQuest.count(encounter, NpcObjectiveKind.emote_nearby, "emote");
          }
        }
      }
    }
  }

  /** Reads no state while no wanderer is about. */
  private void count(NpcObjectiveKind kind, String what, Context<NpcEncounterState> context) {
    List<NpcArrived> present = present(context);
    if (present.isEmpty()) {
      return;
    }
    for (Encounter encounter : context.state().getEncounters()) {
      if (present.stream().anyMatch(npc -> npc.getNpcId().equals(encounter.getNpcId()))) {
        NpcQuest.count(encounter, kind, what);
      }
    }
  }

  private static void tell(Context<NpcEncounterState> context) {
    for (Encounter encounter : context.state().getEncounters()) {
      if (encounter.getUntold() > 0) {
        context.signal(
            Domain.WORLD,
            Domain.WORLD_KEY,
            new NpcMet(
                encounter.getNpcId(), encounter.getUntold(), encounter.getUntoldQuestDone()));
        encounter.setUntold(0L);
        encounter.setUntoldQuestDone(false);
      }
    }
  }

  /** A player who met nobody lately is kept nowhere. */
  private static void part(Context<NpcEncounterState> context) {
    tell(context);
    List<Encounter> encounters = context.state().getEncounters();
    encounters.removeIf(
        encounter -> encounter.getDespawnsAt() + NpcRules.KEPT.toMillis() <= context.time());
    if (encounters.isEmpty()) {
      context.forget();
    }
  }
}
