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

/** Arcs of the dead, of masks and of the desert's memory. */
final class ArcsOfShadow {
  private ArcsOfShadow() {}

  static final ArcTemplate HOLLOW_CROWN =
      new ArcTemplate(
          "hollow_crown",
          "undead",
          "The Hollow Crown",
          "The dead of Glast Heim elect a king. He has no face, no name, and a claim to every"
              + " throne there is.",
          "shadow_cult",
          Mood.EVIL,
          55,
          15,
          "geffen",
          "gl_chyard",
          List.of(
              chapter(
                  "Empty Graves",
                  "The gravediggers of Geffen have run out of work.",
                  npc(
                      "Old Marrow",
                      neutral,
                      118,
                      TOWN,
                      "I put them in. I do not take them out. That was the arrangement.",
                      "Put them back, would you? I am seventy."),
                  quest(
                      "Put Them Back",
                      "Send the risen back to rest.",
                      110_000,
                      80,
                      kill(80, GROUND, "Lay 80 of the risen to rest."))),
              chapter(
                  "The Heralds",
                  "Heralds call out the name of a king that nobody can remember afterwards.",
                  npc(
                      "Sister Vale",
                      mentor,
                      79,
                      TOWN,
                      "Write it down the moment you hear it. Quickly, before it goes.",
                      "Bones remember what ears forget. Bring me bones."),
                  quest(
                      "What the Bones Remember",
                      "Gather bones and hear the herald at the gate.",
                      100_000,
                      70,
                      collect(932, 25, "Gather 25 Skel-Bones."),
                      explore(LAIR, "Stand where the heralds call."))),
              chapter(
                  "A Court of Dust",
                  "The hollow court sits, and passes sentence on the living.",
                  npc(
                      "The Chamberlain",
                      antagonist,
                      733,
                      TOWN,
                      "Your sentence has been read. You were not asked to attend.",
                      "Swear, and it is lifted. Refuse, and it is carried out."),
                  modifier("story_monster_hp_rate", 1200, "The dead are harder to put down."),
                  quest(
                      "Contempt of Court",
                      "Answer the sentence.",
                      120_000,
                      90,
                      talk("Give the Chamberlain your answer."),
                      kill(100, GROUND, "Defeat 100 of the court."))),
              chapter(
                  "The Name",
                  "Sister Vale has the name. Now it has to be said in the right place.",
                  npc(
                      "Sister Vale",
                      mentor,
                      79,
                      TOWN,
                      "I have it. Do not ask me to say it here.",
                      "Light, as much as you can carry. And then run."),
                  quest(
                      "A Name Said Aloud",
                      "Carry light to the hollow throne.",
                      130_000,
                      90,
                      collect(523, 10, "Gather 10 Holy Waters."),
                      explore(LAIR, "Say the name before the throne."))),
              chapter(
                  "The King Is Dead",
                  "Named, the king can be fought. He does not care for it.",
                  npc(
                      "Old Marrow",
                      protagonist,
                      118,
                      TOWN,
                      "I dug a big one. In case.",
                      "Long live the king, they say. Not this time."),
                  modifier("story_base_exp_rate", 1250, "The living take heart."),
                  quest(
                      "Long Live Nobody",
                      "Hold back the court while the king falls.",
                      160_000,
                      120,
                      kill(100, GROUND, "Hold back 100 courtiers.")))),
          new BossTemplate(
              "The Hollow King",
              1272,
              "gl_chyard",
              3000,
              200,
              1016,
              "The Hollow King rises from his throne!"),
          -400,
          "The crown lies in a very deep grave, and the dead keep still.",
          "The hollow court holds its sessions nightly, and its list grows.");

  static final ArcTemplate SANDS_REMEMBER =
      new ArcTemplate(
          "sands_remember",
          "desert",
          "The Sands Remember",
          "A storm has uncovered a door in the desert. It was closed from the outside, and with"
              + " great care.",
          "rune_alliance",
          Mood.ANY,
          40,
          12,
          "morocc",
          "moc_pryd02",
          List.of(
              chapter(
                  "The Door",
                  "Diggers, scholars and thieves crowd around a door that nobody should open.",
                  npc(
                      "Professor Amun",
                      protagonist,
                      65,
                      TOWN,
                      "Four thousand years shut, and they bring a crowbar!",
                      "Keep the beasts off, and I shall read the seal."),
                  quest(
                      "Keep the Seal",
                      "Guard the diggers while the seal is read.",
                      80_000,
                      70,
                      explore(GROUND, "Find the door."),
                      kill(60, GROUND, "Keep 60 monsters from the dig."))),
              chapter(
                  "Bandages",
                  "Somebody opened it a little. Something came out a little.",
                  npc(
                      "Healer Safiya",
                      ally,
                      92,
                      TOWN,
                      "He says that it only looked at him. Look at him now.",
                      "I need wrappings, old ones. They must not know that they were buried."),
                  quest(
                      "Wrappings",
                      "Bring the healer what she needs.",
                      80_000,
                      60,
                      collect(930, 20, "Gather 20 Rotten Bandages."),
                      talk("Bring word to the healer."))),
              chapter(
                  "The Curse in the Wells",
                  "The wells taste of dust. The curse has found the water.",
                  npc(
                      "Water Carrier Nuri",
                      neutral,
                      100,
                      TOWN,
                      "One coin a cup. Yesterday it was ten cups a coin.",
                      "The old king keeps the water. He always did."),
                  modifier("story_drop_rate", 1150, "The storm uncovers what lay buried."),
                  quest(
                      "Clean Water",
                      "Drive the curse from the wells.",
                      90_000,
                      80,
                      kill(100, GROUND, "Destroy 100 of the cursed."))),
              chapter(
                  "The Guest of Honour",
                  "The old king receives.",
                  npc(
                      "Professor Amun",
                      protagonist,
                      65,
                      TOWN,
                      "I have read all of the seal now. It says: please.",
                      "Close it again. Whoever is inside when it closes, I am sorry."),
                  modifier("story_base_exp_rate", 1200, "Old knowledge is in the air."),
                  quest(
                      "Close the Door",
                      "Reach the throne and keep the way open.",
                      120_000,
                      110,
                      explore(LAIR, "Reach the old king's hall."),
                      kill(70, GROUND, "Keep the way clear of 70 guards.")))),
          new BossTemplate(
              "The King Behind the Door",
              1157,
              "in_sphinx5",
              2200,
              120,
              1041,
              "The King Behind the Door receives his guests!"),
          300,
          "The door is closed, from the outside, and with great care.",
          "The door stands open, and the desert is no longer empty at night.");

  static final ArcTemplate MOONLIT_MASQUERADE =
      new ArcTemplate(
          "moonlit_masquerade",
          "trickery",
          "The Moonlit Masquerade",
          "Payon has been invited to a feast under the moon. The hostess has nine tails and a list"
              + " of debts.",
          "nature_spirits",
          Mood.ANY,
          10,
          7,
          "payon",
          "pay_dun00",
          List.of(
              chapter(
                  "Invitations",
                  "Every house has found a mask on its doorstep, and every mask fits.",
                  npc(
                      "Elder Baek",
                      mentor,
                      54,
                      TOWN,
                      "My grandmother had such a mask. She never wore it. Wise woman.",
                      "Find out who sends them, and bring something to trade."),
                  quest(
                      "Something to Trade",
                      "Gather gifts that a fox would like.",
                      25_000,
                      50,
                      collect(914, 20, "Gather 20 pieces of Fluff."),
                      talk("Ask the elder what foxes like."))),
              chapter(
                  "Faces",
                  "People greet you by the wrong name, and they are sure of it.",
                  npc(
                      "A Guest in a Mask",
                      neutral,
                      743,
                      TOWN,
                      "Do I know you? Do you know me? Does either of us?",
                      "Break the mirrors in the cave. Then I can go home."),
                  quest(
                      "Break the Mirrors",
                      "Drive the tricksters from their cave.",
                      30_000,
                      60,
                      explore(GROUND, "Find the cave of mirrors."),
                      kill(50, GROUND, "Drive off 50 tricksters."))),
              chapter(
                  "The Last Dance",
                  "The hostess comes to collect.",
                  npc(
                      "Elder Baek",
                      mentor,
                      54,
                      TOWN,
                      "She dances beautifully. Do not dance with her.",
                      "When the music stops, strike."),
                  modifier("story_drop_rate", 1250, "Moonlight makes the hidden shine."),
                  quest(
                      "When the Music Stops",
                      "Keep the dancers away.",
                      40_000,
                      90,
                      kill(60, GROUND, "Keep 60 dancers away.")))),
          new BossTemplate(
              "The Nine-Tailed Hostess",
              1150,
              "pay_dun04",
              1500,
              80,
              1180,
              "The Nine-Tailed Hostess opens the dance!"),
          200,
          "The masks have crumbled, and everybody knows their own name again.",
          "A few still wear their masks, and smile, and do not remember why.");
}
