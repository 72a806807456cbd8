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
import static midgard.schemas.storyline.StoryRole.protagonist;

import java.util.List;
import midgard.agents.storyline.ArcTemplate.BossTemplate;
import midgard.agents.storyline.ArcTemplate.Mood;

/** Arcs of the forest and the sea. */
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
}
