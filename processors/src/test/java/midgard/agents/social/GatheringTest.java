package midgard.agents.social;

import static midgard.agents.social.SocialWorld.HOUR;
import static midgard.agents.social.SocialWorld.START;
import static midgard.schemas.social.SocialKind.community_gathering;
import static midgard.schemas.social.SocialKind.dance_challenge;
import static midgard.schemas.social.SocialKind.guild_task;
import static midgard.schemas.social.SocialKind.photo_spot;
import static midgard.schemas.social.SocialKind.picnic;
import static midgard.schemas.social.SocialKind.trading_fair;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.World;
import midgard.agents.world.WorldPulse;
import midgard.maps.GameMap;
import midgard.maps.MapCatalogue;
import midgard.schemas.Domain;
import midgard.schemas.action.GameAction;
import midgard.schemas.action.GiveReward;
import midgard.schemas.action.RemoveNpc;
import midgard.schemas.action.SetMapFlag;
import midgard.schemas.action.SpawnNpc;
import midgard.schemas.event.Chat;
import midgard.schemas.event.ChatChannel;
import midgard.schemas.event.Custom;
import midgard.schemas.event.Emote;
import midgard.schemas.event.Interaction;
import midgard.schemas.event.NpcInteraction;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.social.Gathering;
import midgard.schemas.social.SocialEvent;
import midgard.schemas.social.SocialParticipation;
import midgard.schemas.social.SocialStatus;
import midgard.schemas.storyline.Deed;
import midgard.schemas.world.MapEntry;
import midgard.schemas.world.WorldState;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final Chat HELLO = new Chat(ChatChannel.global, "hello", null);

  private final SocialWorld social = new SocialWorld();

  private List<Long> paid() {
    return social.world.actions(GiveReward.class).stream()
        .filter(reward -> reward.getGuildExp() == 0)
        .map(GiveReward::getPlayerId)
        .toList();
  }

  @Test
  void shouldHoldFiveOfDifferentKindsInsideTheirMapsWhenTheDayBegins() {
    SocialWorld five =
        new SocialWorld(List.of(new SocialCalendar(5), new GatheringPlace(), new GuildHall()));

    assertThat(five.state().getGatherings())
        .hasSize(5)
        .allSatisfy(
            gathering -> {
              GameMap map = MapCatalogue.KNOWN.find(gathering.getSpawnMap()).orElseThrow();
              assertThat(gathering.getSpawnX()).isBetween(50, map.width() - 51);
              assertThat(gathering.getSpawnY()).isBetween(50, map.height() - 51);
            })
        .extracting(Gathering::getEventType)
        .doesNotHaveDuplicates();
    assertThat(five.world.actions(SpawnNpc.class)).hasSize(5);
  }

  @Test
  void shouldGoToTheBusiestOfItsMapsWhenSomethingIsGoingOn() {
    World world = new World(SocialWorld.agents());
    WorldState busy = WorldState.newBuilder().build();
    busy.getMaps().add(new MapEntry("comodo", 3, 40L, 0L, false));
    busy.getMaps().add(new MapEntry("yuno", 1, 5L, 0L, false));
    world.put(WorldPulse.STATE, Domain.WORLD_KEY, busy);
    world.tick(START);

    assertThat(world.changes(SocialEvent.class))
        .filteredOn(row -> row.getEventType() == photo_spot)
        .extracting(SocialEvent::getSpawnMap)
        .containsExactly("comodo");
  }

  @Test
  void shouldPayBothWhenTwoOfAPartyComeToAPicnic() {
    social.at(picnic, START + 10, 150001, 7, HELLO);
    social.at(picnic, START + 20, 150003, 8, HELLO);
    assertThat(paid()).isEmpty();

    social.at(picnic, START + 30, 150002, 7, HELLO);

    assertThat(paid()).containsExactly(150001L, 150002L);
    assertThat(social.world.actions(GiveReward.class).get(0).getBuffs()).hasSize(3);
  }

  @Test
  void shouldPayNobodyWhenTheOtherLeftThePicnicLongAgoOrIsFarAway() {
    social.at(picnic, START + 10, 150001, 7, HELLO);
    social.at(picnic, START + 11 * 60_000, 150002, 7, HELLO);
    social.away(picnic, START + 11 * 60_000, 150003, 7, 16, HELLO);

    assertThat(paid()).isEmpty();
  }

  @Test
  void shouldPayADancerWhenTheEmotesComeInTheirOrder() {
    List<Integer> emotes = social.gathering(dance_challenge).getRequirements().getEmotes();
    assertThat(emotes).hasSize(3).doesNotHaveDuplicates();
    social.at(dance_challenge, START + 10, 150001, 0, new Emote(emotes.get(1), null));
    social.at(dance_challenge, START + 20, 150001, 0, new Emote(emotes.get(2), null));
    social.at(dance_challenge, START + 30, 150001, 0, new Emote(emotes.get(0), null));
    social.at(dance_challenge, START + 40, 150001, 0, new Emote(emotes.get(1), null));
    assertThat(paid()).isEmpty();

    social.at(dance_challenge, START + 50, 150001, 0, new Emote(emotes.get(2), null));

    assertThat(paid()).containsExactly(150001L);
    assertThat(social.world.actions(GiveReward.class).get(0).getTitle()).isEqualTo("Dancer");
  }

  @Test
  void shouldPayWhoTakesAPictureOrHasTheHostTakeOneWhenAtAPhotoSpot() {
    String host = social.gathering(photo_spot).getEventId();
    social.at(photo_spot, START + 10, 150001, 0, HELLO);
    social.at(photo_spot, START + 20, 150002, 0, new Custom("screenshot"));
    social.away(
        photo_spot,
        START + 30,
        150003,
        0,
        90,
        new NpcInteraction(null, host, Interaction.talk, null));

    assertThat(paid()).containsExactly(150002L, 150003L);
  }

  @Test
  void shouldGiveTheGuildItsExperienceOnceWhenThreeAndMoreMembersMuster() {
    for (int member = 1; member <= 5; member++) {
      social.at(guild_task, START + member, 150000 + member, 77, HELLO);
    }

    assertThat(paid()).containsExactly(150001L, 150002L, 150003L, 150004L, 150005L);
    assertThat(social.world.actions(GiveReward.class))
        .filteredOn(reward -> reward.getGuildExp() > 0)
        .singleElement()
        .satisfies(reward -> assertThat(reward.getGuildId()).isEqualTo(77));
  }

  @Test
  void shouldRaiseThePlacesRateForHalfAnHourWhenFiveAreACommunity() {
    String map = social.gathering(community_gathering).getSpawnMap();
    for (int player = 1; player <= 6; player++) {
      social.at(community_gathering, START + player, 150000 + player, 0, HELLO);
    }
    social.world.tick(START + 29 * 60_000);
    social.world.tick(START + 30 * 60_000);

    assertThat(paid()).hasSize(6);
    assertThat(social.world.actions(SetMapFlag.class))
        .containsExactly(
            new SetMapFlag(map, "community_exp_rate", 1100),
            new SetMapFlag(map, "community_exp_rate", 1000));
  }

  @Test
  void shouldPayBothSidesWhenTheyTradeAnywhereOnTheFairsMap() {
    TradeComplete trade = new TradeComplete("t", 150002L, List.of(), List.of(), 5L, 0L);
    social.away(trading_fair, START + 10, 150001, 0, 70, trade);
    social.away(trading_fair, START + 20, 150001, 0, 70, trade);

    assertThat(paid()).containsExactly(150001L, 150002L);
  }

  @Test
  void shouldEndAtItsInstantWhenItsHoursAreOver() {
    Gathering fair = social.gathering(trading_fair);
    assertThat(fair.getDespawnsAt()).isEqualTo(START + 5 * HOUR);
    TradeComplete trade = new TradeComplete("t", 150002L, List.of(), List.of(), 5L, 0L);
    social.at(trading_fair, fair.getDespawnsAt(), 150001, 0, trade);
    assertThat(paid()).isEmpty();
    assertThat(SocialView.active(social.state(), fair.getDespawnsAt() - 1))
        .anyMatch(row -> row.getEventType() == trading_fair);
    assertThat(SocialView.active(social.state(), fair.getDespawnsAt()))
        .noneMatch(row -> row.getEventType() == trading_fair);

    social.at(trading_fair, fair.getDespawnsAt() - 1, 150001, 0, trade);
    social.world.tick(fair.getDespawnsAt());

    assertThat(social.gathering(trading_fair).getParticipationCount()).isEqualTo(2);
    assertThat(social.gathering(trading_fair).getStatus()).isEqualTo(SocialStatus.completed);
    assertThat(social.world.actions(RemoveNpc.class)).contains(new RemoveNpc(fair.getEventId()));
  }

  @Test
  void shouldCountPlayersOnceAndTellOfThemWhenAGatheringIsOver() {
    for (int i = 0; i < 50; i++) {
      social.at(photo_spot, START + i, 150001 + i % 4, 0, new Custom("screenshot"));
      social.world.tick(START + i * 1000);
    }
    social.world.tick(START + 7 * HOUR);

    assertThat(social.gathering(photo_spot).getParticipationCount()).isEqualTo(4);
    assertThat(social.world.changes(SocialParticipation.class)).hasSize(4);
    assertThat(social.world.signals(Deed.class))
        .singleElement()
        .satisfies(deed -> assertThat(deed.getPlayers()).hasSize(4));
    assertThat(social.world.actions())
        .extracting(GameAction::getIdempotencyKey)
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldReadNoStateWhenNobodyIsNear() {
    social.away(picnic, START + 10, 150001, 7, 40, HELLO);

    String map = social.gathering(picnic).getSpawnMap();
    assertThat(social.world.stores(Domain.MAP).dump())
        .noneMatch(line -> line.startsWith("social-map " + map));
  }
}
