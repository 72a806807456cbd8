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
import static midgard.schemas.storyline.StoryRole.antagonist;
import static midgard.schemas.storyline.StoryRole.mentor;
import static midgard.schemas.storyline.StoryRole.neutral;
import static midgard.schemas.storyline.StoryRole.protagonist;

import java.util.List;
import midgard.agents.storyline.ArcTemplate.BossTemplate;
import midgard.agents.storyline.ArcTemplate.Mood;

/** Arcs of the forest, the sea, the snow and the purse. */
final class ArcsOfWonder {
  private ArcsOfWonder() {}

  static final ArcTemplate WHISPERING_ROOTS =
      new ArcTemplate(
          "whispering_roots",
          "nature",
          "Whispering Roots",
          "The forest has begun to move its borders at night, a pace at a time, always towards the"
              + " town.",
          "nature_spirits",
          Mood.GOOD,
          15,
          12,
          "payon",
          "pay_fild04",
          List.of(
              chapter(
                  "A Pace a Night",
                  "The woodcutter's mark stood thirty paces from the first tree. Now it is ten.",
                  npc(
                      "Woodcutter Ren",
                      protagonist,
                      59,
                      TOWN,
                      "I did not cut more than I was allowed. Somebody did.",
                      "Go and see how far it has come."),
                  quest(
                      "Measure the Forest",
                      "Find the forest's edge.",
                      30_000,
                      50,
                      explore(GROUND, "Find the forest's edge."),
                      kill(40, GROUND, "Drive 40 beasts from it."))),
              chapter(
                  "What the Roots Say",
                  "There is a voice in the roots, and it has a complaint.",
                  npc(
                      "Child of the Grove",
                      mentor,
                      844,
                      TOWN,
                      "It says: give back. It says it nicely. Still.",
                      "Clovers, and apples. It likes apples."),
                  quest(
                      "Give Back",
                      "Bring gifts for the forest.",
                      35_000,
                      70,
                      collect(512, 20, "Gather 20 Apples."),
                      talk("Bring word to the child of the grove."))),
              chapter(
                  "The Poachers",
                  "Those who took too much have not stopped.",
                  npc(
                      "Poacher Grigg",
                      antagonist,
                      709,
                      TOWN,
                      "It is wood. It grows back. What is the noise about?",
                      "Look the other way and there is a share in it."),
                  modifier("story_monster_spawn_rate", 1200, "The forest sends its own."),
                  quest(
                      "An End to It",
                      "Stop what the poachers have stirred up.",
                      40_000,
                      80,
                      kill(80, GROUND, "Calm 80 of the forest's own."))),
              chapter(
                  "The Old One Wakes",
                  "Something very old has come to see for itself.",
                  npc(
                      "Child of the Grove",
                      mentor,
                      844,
                      TOWN,
                      "It does not want to hurt. It only does not know how big it is.",
                      "Make it lie down again. Gently, if you can."),
                  modifier("story_base_exp_rate", 1200, "The forest teaches those who listen."),
                  quest(
                      "Lie Down Again",
                      "Clear a place for the old one.",
                      50_000,
                      100,
                      explore(LAIR, "Find the old one."),
                      kill(50, GROUND, "Clear the grove of 50 beasts.")))),
          new BossTemplate(
              "The Old One of the Roots",
              1115,
              "pay_fild10",
              1600,
              80,
              1094,
              "The Old One of the Roots has woken!"),
          350,
          "The forest has gone back thirty paces, and left flowers at the mark.",
          "The first houses have trees in them.");

  static final ArcTemplate DROWNED_BELL =
      new ArcTemplate(
          "drowned_bell",
          "sea",
          "The Drowned Bell",
          "Fishermen hear a bell under the water off Izlude. Those who answer it do not come back"
              + " for supper.",
          "nature_spirits",
          Mood.ANY,
          30,
          9,
          "izlude",
          "iz_dun01",
          List.of(
              chapter(
                  "The Bell at Low Tide",
                  "It rings at low tide, and the boats turn towards it by themselves.",
                  npc(
                      "Harbourmaster Brine",
                      protagonist,
                      100,
                      TOWN,
                      "I chained the boats. They pulled the chains out of the wall.",
                      "Go down and see who rings."),
                  quest(
                      "Go Down and See",
                      "Follow the bell under the sea.",
                      60_000,
                      60,
                      explore(GROUND, "Follow the bell."),
                      kill(60, GROUND, "Fight past 60 of the drowned."))),
              chapter(
                  "A Crew That Never Left",
                  "The drowned sailors still keep their watches, and their captain's orders.",
                  npc(
                      "Ghost of the First Mate",
                      ally,
                      733,
                      TOWN,
                      "Four bells, and all is not well.",
                      "Bring me what is left of the log. Shells will have to do for paper."),
                  quest(
                      "The Ship's Log",
                      "Put the ship's log together.",
                      70_000,
                      70,
                      collect(945, 20, "Gather 20 Raccoon Leaves for pages."),
                      talk("Hear the first mate's report."))),
              chapter(
                  "Abandon Ship",
                  "The captain has heard that somebody wants to relieve him of command.",
                  npc(
                      "Harbourmaster Brine",
                      protagonist,
                      100,
                      TOWN,
                      "He was a good captain, once. Tell him the voyage is over.",
                      "He will not like it."),
                  modifier("story_drop_rate", 1200, "The tide gives back what it took."),
                  quest(
                      "Relieved of Command",
                      "Clear the deck.",
                      90_000,
                      100,
                      explore(LAIR, "Board the wreck."),
                      kill(60, GROUND, "Clear the deck of 60 sailors.")))),
          new BossTemplate(
              "The Captain of the Bell",
              1112,
              "treasure02",
              1800,
              100,
              1191,
              "The Captain of the Bell calls all hands!"),
          250,
          "The bell is silent, and the boats stay where they are moored.",
          "The bell rings at every tide, and Izlude counts its boats each morning.");

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
