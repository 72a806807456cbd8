package midgard.agents.storyline;

import static midgard.agents.storyline.ArcTemplate.Place.GROUND;
import static midgard.agents.storyline.ArcTemplate.Place.LAIR;
import static midgard.agents.storyline.ArcTemplate.Place.TOWN;
import static midgard.agents.storyline.ArcTemplate.WHERE_PLAYERS_HUNT;
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

/** Arcs of borders, banners and machines. */
final class ArcsOfWar {
  private ArcsOfWar() {}

  /** The arc that any world can have (domain reference 6.6). */
  static final ArcTemplate GATHERING_STORM =
      new ArcTemplate(
          "gathering_storm",
          "war",
          "The Gathering Storm",
          "Patrols vanish at the border. Captain Aldric fears that somebody is raising an army in"
              + " the shadows, and that it is nearly ready.",
          "rune_alliance",
          Mood.ANY,
          1,
          14,
          "prontera",
          WHERE_PLAYERS_HUNT,
          List.of(
              chapter(
                  "Smoke at the Border",
                  "The border posts have stopped answering. Somebody has to go and look.",
                  npc(
                      "Captain Aldric",
                      protagonist,
                      105,
                      TOWN,
                      "Three patrols in three days. I need people who come back.",
                      "Whatever is out there, it leaves no tracks.",
                      "Clear the road for us, and then we shall see what lies behind it."),
                  quest(
                      "Border Investigation",
                      "Drive the monsters from the border.",
                      50_000,
                      100,
                      kill(50, GROUND, "Defeat 50 monsters at the border."))),
              chapter(
                  "Letters in Cipher",
                  "A courier was caught with letters nobody can read.",
                  npc(
                      "Scribe Ennia",
                      ally,
                      90,
                      TOWN,
                      "Every third word is a place. I am sure of it.",
                      "I need something to write on, and somebody to look where I point."),
                  quest(
                      "The Third Word",
                      "Bring the scribe what she needs and look at the place she found.",
                      30_000,
                      60,
                      collect(705, 20, "Gather 20 Clovers for ink."),
                      explore(LAIR, "Look at the place that the letters name."))),
              chapter(
                  "The Muster",
                  "The army is real, and it is drilling.",
                  npc(
                      "Sergeant Hilde",
                      mentor,
                      413,
                      TOWN,
                      "You have seen them? Then sit down and tell me everything.",
                      "Numbers first. Courage afterwards."),
                  modifier("story_monster_spawn_rate", 1250, "More monsters gather here."),
                  quest(
                      "Thin the Ranks",
                      "Strike before they march.",
                      60_000,
                      80,
                      talk("Take Sergeant Hilde's orders."),
                      kill(100, GROUND, "Defeat 100 monsters before they march."))),
              chapter(
                  "The Storm Breaks",
                  "The Shadow Commander leads his host himself.",
                  npc(
                      "Captain Aldric",
                      protagonist,
                      105,
                      TOWN,
                      "This is the day. Stand with us.",
                      "Fell him, and the rest will run."),
                  modifier("story_base_exp_rate", 1200, "Courage is in the air."),
                  quest(
                      "Hold the Line",
                      "Keep the road open while the storm breaks.",
                      80_000,
                      120,
                      explore(LAIR, "Reach the field of battle."),
                      kill(60, GROUND, "Defeat 60 monsters behind the lines.")))),
          new BossTemplate(
              "Shadow Commander",
              1917,
              "gef_fild07",
              2000,
              100,
              1023,
              "The Shadow Commander has taken the field!"),
          500,
          "The host is scattered, and the border posts light their fires again.",
          "The host camps within sight of the walls, and nobody sleeps well.");

  static final ArcTemplate ORC_BANNER =
      new ArcTemplate(
          "orc_banner",
          "war",
          "One Banner for All Orcs",
          "A hero of the orcs has united the clans under one banner. Some call it an invasion, some"
              + " call it a homecoming.",
          "rune_alliance",
          Mood.GOOD,
          25,
          9,
          "geffen",
          "gef_fild10",
          List.of(
              chapter(
                  "Drums",
                  "There are drums in the west, and they answer each other.",
                  npc(
                      "Ranger Tolk",
                      ally,
                      88,
                      TOWN,
                      "Hear that? That one was new. That makes seven clans.",
                      "I need proof for the council. Teeth will do."),
                  quest(
                      "Count the Clans",
                      "Bring proof of how many there are.",
                      60_000,
                      60,
                      collect(1043, 15, "Gather 15 Orc Claws."),
                      explore(LAIR, "See the banner with your own eyes."))),
              chapter(
                  "A Seat at the Fire",
                  "One orc would rather talk than fight.",
                  npc(
                      "Urka the Speaker",
                      neutral,
                      85,
                      GROUND,
                      "You carry steel. Put it where I can see it and sit.",
                      "Not all of us want this war. Show that you do not either, or win it."),
                  quest(
                      "Words and Blows",
                      "Hear the speaker, and drive off those who will not.",
                      70_000,
                      80,
                      talk("Hear Urka out."),
                      kill(80, GROUND, "Drive off 80 of those who will not listen."))),
              chapter(
                  "The Banner Falls",
                  "The hero of the orcs waits for a challenger.",
                  npc(
                      "Ranger Tolk",
                      ally,
                      88,
                      TOWN,
                      "He asked for a challenger by name. Yours, I think.",
                      "Fell him and the clans go home."),
                  modifier("story_drop_rate", 1200, "The clans leave their plunder behind."),
                  quest(
                      "The Challenge",
                      "Clear the way for the challenger.",
                      90_000,
                      100,
                      kill(60, GROUND, "Clear the way of 60 guards.")))),
          new BossTemplate(
              "Gorrak of the One Banner",
              1087,
              "gef_fild03",
              1800,
              80,
              1023,
              "Gorrak of the One Banner calls for a challenger!"),
          350,
          "The clans go home, each under its own banner.",
          "The one banner flies over the western road.");

  static final ArcTemplate CLOCKWORK_HEART =
      new ArcTemplate(
          "clockwork_heart",
          "machine",
          "The Clockwork Heart",
          "The great clock of Aldebaran has struck thirteen. Somebody has wound it up for a purpose"
              + " of their own.",
          "shadow_cult",
          Mood.EVIL,
          60,
          12,
          "aldebaran",
          "c_tower2",
          List.of(
              chapter(
                  "The Thirteenth Stroke",
                  "Since the clock struck thirteen, nothing in town keeps time.",
                  npc(
                      "Clockmaker Pell",
                      protagonist,
                      98,
                      TOWN,
                      "I built it to count to twelve. Twelve!",
                      "Go up and listen. A clock cannot lie about what is in it."),
                  quest(
                      "Listen to the Clock",
                      "Go into the tower and quiet what moves there.",
                      120_000,
                      80,
                      explore(LAIR, "Climb to the heart of the tower."),
                      kill(60, GROUND, "Stop 60 of the things that move."))),
              chapter(
                  "Borrowed Gears",
                  "Parts are missing all over town, and they turn up in places with teeth.",
                  npc(
                      "Tinker Moss",
                      ally,
                      47,
                      TOWN,
                      "Nails, springs, a whole kettle. Gone.",
                      "Bring me metal and I shall make it stop. Probably."),
                  quest(
                      "A Tinker's Shopping List",
                      "Bring metal for the tinker's plan.",
                      100_000,
                      60,
                      collect(998, 10, "Gather 10 pieces of Iron."),
                      talk("Bring the tinker the news."))),
              chapter(
                  "The Winder's Voice",
                  "He who winds the clock has begun to speak through it.",
                  npc(
                      "The Voice in the Bell",
                      antagonist,
                      802,
                      TOWN,
                      "Tick. You are late. Tock. You are always late.",
                      "Help me finish, and I shall give you back your hour."),
                  modifier("story_monster_atk_rate", 1150, "The machines strike harder."),
                  quest(
                      "Break the Rhythm",
                      "Silence the machines that carry the voice.",
                      140_000,
                      100,
                      kill(120, GROUND, "Silence 120 machines."))),
              chapter(
                  "Midnight",
                  "The heart is wound. At midnight it will beat by itself.",
                  npc(
                      "Clockmaker Pell",
                      protagonist,
                      98,
                      TOWN,
                      "If it beats once more by itself, it is no clock any longer.",
                      "Stop it. I shall build another, and this one will count to twelve."),
                  modifier("story_base_exp_rate", 1200, "Time runs slower, and lessons last."),
                  quest(
                      "Before It Strikes",
                      "Clear the stairs before midnight.",
                      150_000,
                      120,
                      kill(80, GROUND, "Clear the stairs of 80 guards.")))),
          new BossTemplate(
              "The Clockwork Heart",
              1734,
              "c_tower4",
              2500,
              150,
              1269,
              "The Clockwork Heart has begun to beat!"),
          -300,
          "The clock strikes twelve, and the town sets its watches and cheers.",
          "The clock strikes thirteen every night, and every night somebody is missing.");
}
