package midgard.bench.traffic;

import java.util.List;
import midgard.schemas.event.Alignment;
import midgard.schemas.event.Donation;
import midgard.schemas.event.DonationTarget;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.ItemRefine;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.QuestAccept;
import midgard.schemas.event.QuestComplete;
import midgard.schemas.event.Reason;

/** Talks, quests, refining, gifts and fares. Times and sums are the recording's. */
final class TownLife {
  private static final int TALKED_MS = 1450;
  private static final int FARE_TALKED_MS = 2880;
  private static final int REFINE_FEE = 200;
  private static final int WARP_FARE = 1700;
  private static final int QUEST_REWARD = 300;
  private static final int FIRST_QUEST = 1001;
  private static final int MOST_QUESTS = 2000;

  private static final List<String> FACTIONS =
      List.of("rune_alliance", "shadow_cult", "nature_spirits");

  private final Stage stage;

  TownLife(Stage stage) {
    this.stage = stage;
  }

  boolean talk(Player player) {
    talkTo(player, 0, Npc.KAFRA, Interaction.talk, null);
    return true;
  }

  boolean look(Player player) {
    talkTo(player, 0, Npc.DEALER, Interaction.trade, null);
    return true;
  }

  boolean favour(Player player) {
    int which = stage.random().nextInt(5);
    Npc npc = which == 0 ? Npc.TEMPLE : which < 3 ? Npc.CHEST : Npc.SCHOLAR;
    Interaction done =
        which == 0 ? Interaction.gift : which < 3 ? Interaction.chest : Interaction.help;
    talkTo(player, 0, npc, Interaction.talk, null);
    talkTo(player, TALKED_MS, npc, done, which == 0 ? "three apples" : null);
    return true;
  }

  boolean fare(Player player) {
    if (player.zeny < WARP_FARE) {
      return false;
    }
    talkTo(player, 0, Npc.KAFRA, Interaction.talk, null);
    stage.pay(player, FARE_TALKED_MS, -WARP_FARE, Reason.script, null);
    stage.move(player, FARE_TALKED_MS + 17, player.ground.map());
    return true;
  }

  boolean refine(Player player) {
    if (player.zeny < REFINE_FEE || player.bag.amount(Items.KNIFE) == 0) {
      return false;
    }
    int from = player.refined;
    // Sure up to +4, less and less beyond, as with weapons of level 1 up to +7; here two in three.
    boolean success = from < 10 && stage.chance(2 / 3.0);
    talkTo(player, 0, Npc.REFINER, Interaction.talk, null);
    stage.pay(player, TALKED_MS, -REFINE_FEE, Reason.script, null);
    stage.give(player, TALKED_MS + 1, Items.KNIFE, -1, Reason.script);
    if (success) {
      stage.give(player, TALKED_MS + 2, Items.KNIFE, 1, Reason.script);
    }
    player.refined = success ? from + 1 : 0;
    stage.tell(player, TALKED_MS + 3, new ItemRefine(Items.KNIFE, from, player.refined, success));
    return true;
  }

  boolean donate(Player player) {
    boolean temple = stage.chance(4 / 6.0);
    int amount = temple ? 250 : 500;
    if (player.zeny < amount) {
      return false;
    }
    talkTo(player, 0, temple ? Npc.TEMPLE : Npc.MAYOR, Interaction.talk, null);
    stage.pay(player, TALKED_MS, -amount, Reason.script, null);
    DonationTarget target = temple ? DonationTarget.temple : DonationTarget.faction;
    stage.tell(
        player,
        TALKED_MS + 3,
        new Donation(target, (long) amount, temple ? null : faction(player)));
    return true;
  }

  /** Everyone keeps to one. */
  private static String faction(Player player) {
    return FACTIONS.get((int) (player.id % FACTIONS.size()));
  }

  boolean accept(Player player) {
    if (player.quests >= MOST_QUESTS) {
      return false;
    }
    int quest = FIRST_QUEST + player.quests++;
    player.openQuests.add(quest);
    talkTo(player, 0, Npc.CAPTAIN, Interaction.talk, null);
    stage.tell(player, TALKED_MS, new QuestAccept(quest, alignment(quest), null));
    return true;
  }

  boolean complete(Player player) {
    Integer quest = player.openQuests.poll();
    if (quest == null) {
      return false;
    }
    talkTo(player, 0, Npc.CAPTAIN, Interaction.talk, null);
    stage.tell(player, TALKED_MS, new QuestComplete(quest, alignment(quest), null));
    stage.pay(player, TALKED_MS, QUEST_REWARD, Reason.script, null);
    stage.give(player, TALKED_MS + 2, Items.APPLE, 3, Reason.script);
    return true;
  }

  /** Eight of nine recorded quests were good, one neutral; evil ones are of the wider world. */
  private static Alignment alignment(int quest) {
    return switch (quest % 10) {
      case 2 -> Alignment.neutral;
      case 7 -> Alignment.evil;
      default -> Alignment.good;
    };
  }

  private void talkTo(Player player, int delay, Npc npc, Interaction how, String message) {
    stage.tell(player, delay, new NpcInteraction(npc.id(), npc.nameIn(player.map), how, message));
  }
}
