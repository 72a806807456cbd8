package midgard.agents.social;

import java.time.Duration;
import java.util.List;
import midgard.schemas.action.Buff;
import midgard.schemas.event.ItemAmount;
import midgard.schemas.social.SocialKind;
import midgard.schemas.social.SocialNeeds;
import midgard.schemas.social.SocialRewards;
import org.apache.commons.rng.UniformRandomProvider;

/** The numbers of gatherings (domain reference 1.20). */
final class SocialRules {
  /** A player this near, in cells along either axis, is at the place. */
  static final int NEAR = 15;

  /** A player who was seen at the place so lately is still there. */
  static final Duration PRESENT = Duration.ofMinutes(10);

  /** What happened before the end may be heard of so long after it. */
  static final Duration GRACE = Duration.ofMinutes(1);

  /** Players that one gathering can know. */
  static final int MOST_ATTENDEES = 500;

  /** Cells between the place and every edge of the map. */
  static final int MARGIN = 50;

  /** The experience rate of the place while a community celebrates, and how long it does. */
  static final String CELEBRATION = "community_exp_rate";

  static final int CELEBRATION_MILLI = 1100;
  static final int UNCHANGED = 1000;
  static final Duration CELEBRATES = Duration.ofMinutes(30);

  /** The classic game's emotes, from ! to the last of the first page. */
  private static final int EMOTES = 34;

  private static final int DANCE = 3;

  private static final List<String> SCENIC = List.of("prt_fild08", "pay_fild08", "yuno_fild03");
  private static final List<String> CITY = List.of("prontera", "geffen", "payon", "morocc");
  private static final List<String> PLAZA = List.of("prontera", "geffen");
  private static final List<String> LANDMARK = List.of("yuno", "aldebaran", "comodo");
  private static final List<String> MARKET = List.of("prontera", "alberta", "geffen");
  private static final List<String> GUILD_HALL = List.of("prt_gld", "pay_gld", "gef_fild13");

  /**
   * @param how what players have to do, for the announcement
   */
  record Kind(
      SocialKind kind,
      List<String> names,
      List<String> maps,
      int hours,
      SocialNeeds needs,
      SocialRewards rewards,
      String how) {}

  static final List<Kind> KINDS =
      List.of(
          new Kind(
              SocialKind.picnic,
              List.of("Meadow Picnic", "Picnic for Friends", "Picnic in the Sun", "Grand Picnic"),
              SCENIC,
              4,
              needs(2, 12, true, false, false, false),
              rewards(List.of(), buffs(60, false, 5, "atk", "matk", "def"), null, 0),
              "Come with at least one other of your party."),
          new Kind(
              SocialKind.dance_challenge,
              List.of("Dance Challenge", "Street Dance", "Festival of Steps", "Dance of the Plaza"),
              PLAZA,
              2,
              needs(1, 0, false, false, false, false),
              rewards(List.of(new ItemAmount(607, 1)), List.of(), "Dancer", 0),
              "Show the emotes in their order."),
          new Kind(
              SocialKind.photo_spot,
              List.of("Photo Spot", "Picture of the Day", "The Painter's View", "Smile, Please"),
              LANDMARK,
              6,
              needs(1, 0, false, false, true, false),
              rewards(List.of(new ItemAmount(610, 2)), List.of(), "Photographer", 0),
              "Take a picture, or have the host take one."),
          new Kind(
              SocialKind.guild_task,
              List.of("Guild Muster", "Guild Council", "Oath of the Guilds", "Guild Assembly"),
              GUILD_HALL,
              24,
              needs(3, 0, false, true, false, false),
              rewards(List.of(new ItemAmount(985, 5)), List.of(), null, 1000),
              "Come with at least two others of your guild."),
          new Kind(
              SocialKind.community_gathering,
              List.of("Town Gathering", "Community Day", "Meeting of Friends", "People's Feast"),
              CITY,
              3,
              needs(5, 0, false, false, false, false),
              rewards(List.of(), buffs(30, true, 10, "base_exp"), null, 0),
              "Five of you together are a community."),
          new Kind(
              SocialKind.trading_fair,
              List.of("Trading Fair", "Merchants' Market", "Bargain Days", "Great Bazaar"),
              MARKET,
              5,
              needs(1, 0, false, false, false, true),
              rewards(List.of(new ItemAmount(503, 10)), buffs(60, true, 10, "trade"), null, 0),
              "Trade with somebody, or buy from a stall."));

  private SocialRules() {}

  private static SocialNeeds needs(
      int min, int max, boolean party, boolean guild, boolean screenshot, boolean trade) {
    return new SocialNeeds(min, max, party, guild, List.of(), screenshot, trade);
  }

  private static SocialRewards rewards(
      List<ItemAmount> items, List<Buff> buffs, String title, long guildExp) {
    return new SocialRewards(items, buffs, title, guildExp);
  }

  private static List<Buff> buffs(int minutes, boolean percent, int amount, String... stats) {
    return List.of(stats).stream().map(stat -> new Buff(stat, amount, percent, minutes)).toList();
  }

  /** The needs of one gathering: each dance has its own steps, all different. */
  static SocialNeeds needs(Kind kind, UniformRandomProvider random) {
    SocialNeeds needs = SocialNeeds.newBuilder(kind.needs()).build();
    if (kind.kind() == SocialKind.dance_challenge) {
      needs.setEmotes(
          Draw.some(java.util.stream.IntStream.range(0, EMOTES).boxed().toList(), DANCE, random));
    }
    return needs;
  }
}
