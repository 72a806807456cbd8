package midgard.agents.storyline;

import static midgard.agents.storyline.ArcTemplate.Place.GROUND;
import static midgard.agents.storyline.ArcTemplate.Place.LAIR;
import static midgard.agents.storyline.ArcTemplate.Place.TOWN;
import static midgard.agents.storyline.ArcTemplate.chapter;
import static midgard.agents.storyline.ArcTemplate.collect;
import static midgard.agents.storyline.ArcTemplate.explore;
import static midgard.agents.storyline.ArcTemplate.kill;
import static midgard.agents.storyline.ArcTemplate.modifier;
import static midgard.agents.storyline.ArcTemplate.npc;
import static midgard.agents.storyline.ArcTemplate.quest;
import static midgard.agents.storyline.ArcTemplate.talk;
import static midgard.schemas.storyline.StoryRole.ally;
import static midgard.schemas.storyline.StoryRole.mentor;
import static midgard.schemas.storyline.StoryRole.neutral;
import static midgard.schemas.storyline.StoryRole.protagonist;

import java.util.List;
import midgard.agents.storyline.ArcTemplate.BossTemplate;
import midgard.agents.storyline.ArcTemplate.Mood;

/** Arcs of the snow and the purse. */
final class ArcsOfWant {
  private ArcsOfWant() {}

  static final ArcTemplate WINTER_WITHOUT_END =
      new ArcTemplate(
          "winter_without_end",
          "frost",
          "Winter Without End",
          "The toy factory of Lutie has stopped, and with it, somehow, the spring.",
          "nature_spirits",
          Mood.GOOD,
          45,
          12,
          "xmas",
          "xmas_dun01",
          List.of(
              chapter(
                  "The Silent Factory",
                  "No hammer has been heard for a week.",
                  npc(
                      "Toymaker Jul",
                      protagonist,
                      718,
                      TOWN,
                      "They will not work. They say that it is too cold, and they are made of wood!",
                      "Something sits in the cellar and breathes out."),
                  quest(
                      "Something in the Cellar",
                      "Look into the factory's cellar.",
                      80_000,
                      60,
                      explore(GROUND, "Go down into the factory."),
                      kill(60, GROUND, "Drive out 60 intruders."))),
              chapter(
                  "Firewood and Wool",
                  "The town is burning its furniture.",
                  npc(
                      "Grandmother Frid",
                      ally,
                      103,
                      TOWN,
                      "That was a chair from my wedding. Warm, though.",
                      "Wool and wood, and be quick, dear."),
                  quest(
                      "Warm Hands",
                      "Bring what keeps people warm.",
                      70_000,
                      80,
                      collect(949, 25, "Gather 25 Feathers for blankets."),
                      talk("Sit with Grandmother Frid a while."))),
              chapter(
                  "The Breath",
                  "Wherever it breathes, clocks stop and rivers stand.",
                  npc(
                      "Warden Skade",
                      mentor,
                      733,
                      TOWN,
                      "My order kept it asleep. We had one task.",
                      "It sends its hounds first. Thin them."),
                  modifier("story_monster_hp_rate", 1150, "Frost hardens their hides."),
                  quest(
                      "Thin the Pack",
                      "Hunt the hounds of the frost.",
                      90_000,
                      80,
                      kill(100, GROUND, "Hunt 100 creatures of the frost."))),
              chapter(
                  "Thaw",
                  "It has come out to see what is making all the noise.",
                  npc(
                      "Toymaker Jul",
                      protagonist,
                      718,
                      TOWN,
                      "If you win, everybody gets a toy. Even you. Especially you.",
                      "Listen! A hammer. They have started again."),
                  modifier("story_base_exp_rate", 1200, "Fire burns brighter in the cold."),
                  quest(
                      "Light the Fires",
                      "Keep the fires burning until it is over.",
                      120_000,
                      110,
                      explore(LAIR, "Find where it lies."),
                      kill(70, GROUND, "Guard the fires against 70.")))),
          new BossTemplate(
              "The Breath of Winter",
              1252,
              "xmas_fild01",
              2000,
              120,
              1243,
              "The Breath of Winter has left its cellar!"),
          300,
          "The ice has gone out with a crack that was heard in Prontera.",
          "It is snowing in Prontera, and it is not the season.");

  static final ArcTemplate GILDED_THIEF =
      new ArcTemplate(
          "gilded_thief",
          "trade",
          "The Gilded Thief",
          "Coins vanish from locked chests all over Prontera, one from each, every night.",
          "rune_alliance",
          Mood.ANY,
          1,
          9,
          "prontera",
          "prt_sewb2",
          List.of(
              chapter(
                  "One Coin Each",
                  "It is only one coin. It is everybody's coin.",
                  npc(
                      "Auditor Quill",
                      protagonist,
                      97,
                      TOWN,
                      "Eleven thousand and four chests, eleven thousand and four coins.",
                      "Follow the smell. It goes down."),
                  quest(
                      "It Goes Down",
                      "Follow the thief's trail.",
                      20_000,
                      50,
                      explore(GROUND, "Follow the trail."),
                      kill(40, GROUND, "Drive off 40 vermin."))),
              chapter(
                  "Bait",
                  "To catch a thief one needs something that shines.",
                  npc(
                      "Fence Tuppence",
                      neutral,
                      85,
                      TOWN,
                      "Me? I only know people. Some of them have six legs.",
                      "It likes things that stick. Jellopies, say. Do not ask."),
                  quest(
                      "Things That Stick",
                      "Make a trap.",
                      25_000,
                      60,
                      collect(909, 30, "Gather 30 Jellopies."),
                      talk("Ask Tuppence how traps are made."))),
              chapter(
                  "Golden Opportunity",
                  "It is as large as a carriage, and made of everybody's money.",
                  npc(
                      "Auditor Quill",
                      protagonist,
                      97,
                      TOWN,
                      "I should like it recovered in full, please. And itemised.",
                      "Mind the shell. That is the treasury."),
                  modifier("story_zeny_rate", 1200, "Lost coins turn up everywhere."),
                  quest(
                      "Recovered in Full",
                      "Keep the others away from the gold.",
                      40_000,
                      90,
                      kill(60, GROUND, "Keep 60 vermin away from the gold.")))),
          new BossTemplate(
              "The Gilded Thief",
              1086,
              "prt_sewb4",
              1400,
              150,
              1051,
              "The Gilded Thief has taken the bait!"),
          250,
          "Every chest has its coin again, and one has two. Nobody says whose.",
          "People have begun to keep their money in socks.");
}
