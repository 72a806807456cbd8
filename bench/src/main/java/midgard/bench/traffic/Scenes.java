package midgard.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import midgard.bench.traffic.Scene.Place;

/** Which scene comes next, and who plays it: as often as recorded, by players like the recorded. */
final class Scenes {
  /** Draws until somebody can; where all are busy or poor, nothing happens this time. */
  private static final int TRIES = 20;

  private record Cell(Scene scene, int model, int count) {}

  private final Stage stage;
  private final Recorded recorded;
  private final Weighted<Cell> cells;
  private final Hunting hunting;
  private final TownLife town;
  private final Market market;
  private final Company company;
  private final Comings comings;
  private boolean opened;

  Scenes(Stage stage, Recorded recorded, Wilds wilds) {
    this.stage = stage;
    this.recorded = recorded;
    List<Cell> all = new ArrayList<>();
    for (int model = 0; model < recorded.characters().size(); model++) {
      int of = model;
      recorded
          .characters()
          .get(model)
          .scenes()
          .forEach((scene, count) -> all.add(new Cell(scene, of, count)));
    }
    this.cells = Weighted.of(all, Cell::count);
    this.hunting = new Hunting(stage, recorded, wilds);
    this.town = new TownLife(stage);
    this.market = new Market(stage);
    this.company = new Company(stage, recorded);
    this.comings = new Comings(stage, recorded);
  }

  /** Recorded events per recorded scene. */
  double recordedBurst() {
    return (double) (recorded.events() - recorded.types().get("heartbeat")) / cells.total();
  }

  /** Until as many as usual are on line, every second scene is a login. */
  void next() {
    int online = stage.roster().online();
    opened |= online >= comings.usuallyOnline();
    if (online == 0 || !opened && stage.chance(0.5)) {
      comings.login();
      return;
    }
    Cell cell = cells.draw(stage.random());
    for (int i = 0; i < TRIES; i++) {
      if (begin(cell)) {
        return;
      }
    }
  }

  private boolean begin(Cell cell) {
    if (cell.scene() == Scene.SESSION && stage.roster().online() < comings.usuallyOnline()) {
      comings.login();
      return true;
    }
    Place place = cell.scene() == Scene.TRAVEL ? wayOut() : cell.scene().place();
    Player player = stage.roster().pick(cell.model(), place, stage.now());
    return player != null && play(cell.scene(), player);
  }

  /** Journeys keep the recorded share of the players in town. */
  private Place wayOut() {
    double usual = stage.roster().online() * recorded.townShare();
    return stage.roster().inTown() > usual ? Place.TOWN : Place.FIELD;
  }

  private boolean play(Scene scene, Player player) {
    return switch (scene) {
      case HUNT -> hunting.hunt(player);
      case MVP -> hunting.mvp(player);
      case CONSUME -> hunting.consume(player);
      case SKILL -> hunting.skill(player);
      case DEATH -> hunting.death(player);
      case DUEL -> hunting.duel(player);
      case TRAVEL -> comings.travel(player);
      case TALK -> town.talk(player);
      case LOOK -> town.look(player);
      case FAVOUR -> town.favour(player);
      case FARE -> town.fare(player);
      case BUY -> market.buy(player);
      case SELL -> market.sell(player);
      case REFINE -> town.refine(player);
      case DONATE -> town.donate(player);
      case ACCEPT -> town.accept(player);
      case COMPLETE -> town.complete(player);
      case TRADE -> market.trade(player);
      case VENDING -> market.vending(player);
      case CART -> market.cart(player);
      case THROW -> market.throwAway(player);
      case CHAT -> company.chat(player);
      case PARTY -> company.party(player);
      case GUILD -> company.guild(player);
      case COMMAND -> comings.command(player);
      case SESSION -> comings.logout(player);
    };
  }
}
