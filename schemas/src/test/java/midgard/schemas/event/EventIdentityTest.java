package midgard.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventIdentityTest {
  private static GameEvent event(String fields) throws EventRejected {
    String json = "{'event_type':'test','timestamp':1795348800" + fields + "}";
    return EventJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldSplitAtTheLastHyphenWhenTheIdNamesBootAndSequence() throws EventRejected {
    assertThat(EventIdentity.sequenced(event(",'event_id':'m1-1a2f-12','sequence':12")))
        .contains(new EventIdentity.BootSequence("m1-1a2f", 12));
  }

  @Test
  void shouldTakeTheIdAsItIsWhenTheSequenceSaysOtherwise() throws EventRejected {
    assertThat(EventIdentity.sequenced(event(",'event_id':'6ba7b810-9dad-446655440000'")))
        .isEmpty();
    assertThat(EventIdentity.sequenced(event(",'event_id':'m1-12','sequence':13"))).isEmpty();
  }

  @Test
  void shouldBeTheSameWhenTheSameContentIsSpelledOtherwise() throws EventRejected {
    assertThat(EventIdentity.ofContent(event(",'player_id':0,'server_id':'default'")))
        .isEqualTo(EventIdentity.ofContent(event("")))
        .isNotEqualTo(EventIdentity.ofContent(event(",'player_id':1")));
  }
}
