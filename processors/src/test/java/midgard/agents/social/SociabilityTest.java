package midgard.agents.social;

import static midgard.agents.social.SocialWorld.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import midgard.agent.Events;
import midgard.agent.World;
import midgard.schemas.Domain;
import midgard.schemas.event.GameEvent;
import midgard.schemas.event.MonsterKill;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.TradeComplete;
import midgard.schemas.social.SocialMetrics;
import midgard.schemas.social.TookPart;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SociabilityTest {

  @ParameterizedTest
  @CsvSource({
    "1000,6000,1000,100,1000,1000",
    "500,3000,500,50,200,455",
    "0,0,0,0,0,0",
    "1000,12000,0,900,0,650"
  })
  void shouldWeighThePartsWhenADayIsJudged(
      int party, int size, int guild, long trades, int events, int score) {
    assertThat(SocialHealth.score(party, size, guild, trades, events)).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"700,healthy", "699,fair", "400,fair", "399,poor", "0,poor"})
  void shouldNameTheHealthWhenTheScoreIsAtABound(int score, String status) {
    assertThat(SocialHealth.status(score)).isEqualTo(status);
  }

  @Property
  void shouldStayBetweenNothingAndAllWhenAnythingIsMeasured(
      @ForAll @IntRange(max = 1000) int party,
      @ForAll @IntRange(max = 100_000) int size,
      @ForAll @IntRange(max = 1000) int guild,
      @ForAll @LongRange(max = 1_000_000_000) long trades,
      @ForAll @IntRange(max = 1000) int events) {
    assertThat(SocialHealth.score(party, size, guild, trades, events)).isBetween(0, 1000);
  }

  @Test
  void shouldCountEachPlayerOnceWhenADayIsMeasured() {
    SocialWorld social = new SocialWorld();
    for (int i = 0; i < 40; i++) {
      long player = 150001 + i % 4;
      GameEvent kill =
          Events.event(
              START + i * 7000,
              player,
              "prontera",
              MonsterKill.newBuilder().setMonsterId(1002).setPartySize(3).build());
      kill.setPartyId(player == 150004 ? null : 7L);
      kill.setGuildId(player < 150003 ? 77L : null);
      social.world.event(Domain.PLAYER, Long.toString(player), kill);
      social.world.tick(START + i * 7000);
    }
    TradeComplete trade = new TradeComplete("t", 150002L, List.of(), List.of(), 5L, 0L);
    for (String side : List.of("150001", "150002")) {
      social.world.event(
          Domain.PLAYER, side, Events.event(START + 300_000, 150001, "prontera", trade));
    }
    social.world.signal(Domain.PLAYER, "150001", START + 300_000, new TookPart("social-1"));
    social.world.tick(World.at("2026-11-22T23:59:59Z"));
    social.world.tick(World.at("2026-11-23T00:10:00Z"));

    assertThat(social.world.changes(SocialMetrics.class))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getMetricsId()).isEqualTo("social-2026-11-22");
              assertThat(row.getActivePlayers()).isEqualTo(4);
              assertThat(row.getPartyFormationRateMilli()).isEqualTo(750);
              assertThat(row.getAveragePartySizeMilli()).isEqualTo(3000);
              assertThat(row.getGuildActivityRateMilli()).isEqualTo(500);
              assertThat(row.getTradeFrequency()).isEqualTo(1);
              assertThat(row.getEventParticipationRateMilli()).isEqualTo(250);
              assertThat(row.getHealthScoreMilli()).isEqualTo(464);
            });
  }

  @Test
  void shouldNotTouchADayThatIsOverWhenAnEventComesLate() {
    SocialWorld social = new SocialWorld();
    social.world.event(
        Domain.PLAYER, "150001", Events.event(START, 150001, "prontera", new PlayerLogin()));
    social.world.event(
        Domain.PLAYER,
        "150001",
        Events.event(START - 86_400_000, 150001, "prontera", new PlayerLogin()));
    social.world.tick(START + 5000);

    assertThat(social.state().getDays())
        .singleElement()
        .satisfies(day -> assertThat(day.getActivePlayers()).isEqualTo(1));
  }
}
