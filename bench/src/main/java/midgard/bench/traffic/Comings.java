package midgard.bench.traffic;

import java.util.Set;
import midgard.schemas.event.GmCommand;
import midgard.schemas.event.PlayerLogin;
import midgard.schemas.event.PlayerLogout;
import midgard.schemas.event.Reason;

/** Logins, logouts, journeys, and the commands of game masters, most of which are journeys too. */
final class Comings {
  private static final Set<String> OF_ANOTHER = Set.of("@recall", "#warp");
  private static final Set<String> OF_ONESELF = Set.of("@warp", "@go", "@jumpto");
  private static final int ENTERED_MS = 500;

  private final Stage stage;
  private final Recorded recorded;
  private final Weighted<String> commands;

  Comings(Stage stage, Recorded recorded) {
    this.stage = stage;
    this.recorded = recorded;
    this.commands = Weighted.of(recorded.commands());
  }

  /** How many are on line when as many come as go. */
  int usuallyOnline() {
    return Math.max(1, (int) Math.round(stage.roster().size() * recorded.onlineShare()));
  }

  void login() {
    Player player = stage.roster().takeOffline();
    stage.roster().enter(player);
    player.loggedIn = stage.now();
    stage.tell(player, 0, new PlayerLogin());
    player.busyUntil = stage.now() + ENTERED_MS;
  }

  boolean logout(Player player) {
    long seconds = (stage.now() - player.loggedIn) / 1000;
    stage.tell(player, 0, new PlayerLogout(seconds));
    stage.roster().leave(player);
    return true;
  }

  boolean travel(Player player) {
    stage.move(player, 0, player.inTown() ? player.ground.map() : player.town);
    return true;
  }

  boolean command(Player master) {
    String command = commands.draw(stage.random());
    if (OF_ANOTHER.contains(command) || OF_ONESELF.contains(command)) {
      return journey(master, command);
    }
    switch (command) {
      case "#zeny" -> stage.pay(master, 0, 5000, Reason.command, null);
      case "#item" -> stage.give(master, 0, Items.RED_POTION, 30, Reason.command);
      case "@storage" -> {
        int item = master.bag.holding(5, 0);
        if (item == 0) {
          return false;
        }
        stage.give(master, 0, item, -5, Reason.storage);
      }
      default -> {
        // No effect that a game server tells.
      }
    }
    stage.tell(master, 0, new GmCommand(command, null));
    return true;
  }

  /** A commanded journey leads to another map as often as recorded. */
  private boolean journey(Player master, String command) {
    boolean far = stage.chance((double) recorded.movesByCommand() / recorded.moveCommands());
    Player moved = OF_ONESELF.contains(command) ? master : other(master, far);
    if (moved == null) {
      return false;
    }
    String elsewhere = moved.inTown() ? moved.ground.map() : moved.town;
    String there = !far ? moved.map : moved == master ? elsewhere : master.map;
    String arguments = moved == master ? there : moved.name;
    stage.tell(master, 0, new GmCommand(command, arguments));
    stage.move(moved, 5, there);
    return true;
  }

  private Player other(Player master, boolean far) {
    return far
        ? stage.roster().faraway(master, stage.now())
        : stage.roster().mate(master, stage.now());
  }
}
