package midgard.bench.traffic;

import java.util.List;
import midgard.schemas.event.Chat;
import midgard.schemas.event.ChatChannel;
import midgard.schemas.event.GroupAction;
import midgard.schemas.event.GuildChange;
import midgard.schemas.event.PartyChange;
import midgard.schemas.event.Reason;

/** Chat, parties and guilds. */
final class Company {
  private static final int LARGEST_PARTY = 12;
  private static final int LARGEST_GUILD = 56;

  /** Recorded: three foundings to five joinings. */
  private static final double FOUNDS = 3 / 8.0;

  private static final int MOST_GROUPS = 1000;

  private final Stage stage;
  private final Weighted<String> channels;
  private final List<String> texts;
  private long groups;

  Company(Stage stage, Recorded recorded) {
    this.stage = stage;
    this.channels = Weighted.of(recorded.chats());
    this.texts = recorded.texts();
  }

  boolean chat(Player player) {
    ChatChannel channel = ChatChannel.valueOf(channels.draw(stage.random()));
    if (channel == ChatChannel.party && player.party == null
        || channel == ChatChannel.guild && player.guild == null) {
      return false;
    }
    Player to = channel == ChatChannel.whisper ? stage.roster().mate(player, stage.now()) : null;
    if (channel == ChatChannel.whisper && to == null) {
      return false;
    }
    String text = texts.get(stage.random().nextInt(texts.size()));
    stage.tell(player, 0, new Chat(channel, text, to == null ? null : to.name));
    return true;
  }

  boolean party(Player player) {
    Group old = player.party;
    if (old != null) {
      player.party = null;
      boolean last = --old.members == 0;
      Integer left = last ? null : old.members;
      stage.tell(player, 0, new PartyChange(GroupAction.leave, old.id, old.name, left));
      if (last) {
        player.server.parties.remove(old);
        stage.tell(player.server, 0, new PartyChange(GroupAction.break$, old.id, old.name, null));
      }
      return true;
    }
    Group open = open(player.server.parties, LARGEST_PARTY);
    boolean founded = open == null;
    player.party = founded ? found(player.server.parties, "Party") : open;
    player.party.members++;
    stage.tell(
        player,
        0,
        new PartyChange(
            founded ? GroupAction.create : GroupAction.join,
            player.party.id,
            player.party.name,
            founded ? 1 : null));
    return true;
  }

  boolean guild(Player player) {
    Group old = player.guild;
    if (old != null && old.members > 1) {
      player.guild = null;
      old.members--;
      stage.tell(player, 0, new GuildChange(GroupAction.leave, old.id, old.name, null));
      return true;
    }
    if (old != null) {
      return false;
    }
    Group open = open(player.server.guilds, LARGEST_GUILD);
    boolean founded = open == null;
    if (founded && player.bag.amount(Items.EMPERIUM) == 0) {
      return false;
    }
    player.guild = founded ? found(player.server.guilds, "Guild") : open;
    player.guild.members++;
    stage.tell(
        player,
        0,
        new GuildChange(
            founded ? GroupAction.create : GroupAction.join,
            player.guild.id,
            player.guild.name,
            founded ? 1 : null));
    if (founded) {
      stage.give(player, 0, Items.EMPERIUM, -1, Reason.consume);
    }
    return true;
  }

  private Group open(List<Group> known, int largest) {
    if (known.isEmpty() || stage.chance(FOUNDS) && known.size() < MOST_GROUPS) {
      return null;
    }
    Group group = known.get(stage.random().nextInt(known.size()));
    return group.members < largest ? group : null;
  }

  private Group found(List<Group> known, String kind) {
    groups++;
    Group group = new Group(groups, kind + " " + groups);
    known.add(group);
    return group;
  }
}
