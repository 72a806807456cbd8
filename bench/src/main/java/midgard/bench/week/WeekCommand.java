package midgard.bench.week;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import midgard.agents.economy.EconomyViews;
import midgard.agents.economy.EconomyWorld;
import midgard.schemas.Domain;
import midgard.schemas.economy.EconomyState;
import midgard.schemas.outbox.GameActionRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "week",
    description =
        "Plays a week of a whole world as fast as it goes: made players, all agents, and a game"
            + " server that carries out what they ask for.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class WeekCommand implements Callable<Integer> {
  @Option(names = "--players", defaultValue = "30", description = "Default: 30.")
  private int players;

  @Option(names = "--days", defaultValue = "7", description = "Default: 7.")
  private int days;

  @Option(names = "--seed", defaultValue = "1", description = "The same gives the same bytes.")
  private long seed;

  @Option(
      names = "--recording",
      paramLabel = "FILE",
      description = "Plays a recorded session instead of made players, and an hour after it.")
  private Path recording;

  @Override
  public Integer call() throws IOException {
    PrintStream out = System.out;
    Week week = recording == null ? made() : recorded();
    long began = System.nanoTime();
    week.run(day -> System.err.println("to " + Instant.ofEpochMilli(day)));
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    week.table().print(out);
    out.println();
    actions(week, out);
    EconomyState economy = week.world().state(EconomyWorld.STATE, Domain.WORLD_KEY);
    out.printf(
        "%,d zeny circulate = opening %,d + faucets less sinks %,d + drift %,d; the players' own purses hold %s; rewards paid %,d zeny, %,d of them still in the mail%n",
        EconomyViews.circulation(economy),
        economy.getOpening(),
        economy.getFlows().stream().mapToLong(WeekLedger::net).sum(),
        economy.getDrift(),
        week.company().purses().isPresent()
            ? "%,d".formatted(week.company().purses().getAsLong())
            : "(not known)",
        week.server().paidZeny(),
        week.server().inMail());
    out.printf(
        "%s, seed %d: %,d events, %,d messages in %d s (JDK %s)%n",
        recording == null ? players + " players, " + days + " days" : recording.getFileName(),
        seed,
        week.events(),
        week.world().messages(),
        took.toSeconds(),
        Runtime.version().feature());
    out.println("hash " + week.hash());
    List<String> wrong = new ArrayList<>(new WeekLedger(week).differences());
    wrong.addAll(week.failures());
    wrong.stream().limit(50).forEach(line -> out.println("WRONG: " + line));
    out.println(wrong.isEmpty() ? "No failure, and the books are right." : wrong.size() + " wrong");
    return wrong.isEmpty() ? 0 : 1;
  }

  private Week made() {
    MadeCompany company = new MadeCompany(players, seed);
    long start = company.start();
    return new Week(company, start, start + Duration.ofDays(days).toMillis(), seed);
  }

  private Week recorded() throws IOException {
    RecordedCompany company = new RecordedCompany(recording);
    return new Week(
        company, company.first(), company.last() + Duration.ofHours(1).toMillis(), seed);
  }

  private static void actions(Week week, PrintStream out) {
    Map<String, Map<String, Long>> byType = new TreeMap<>();
    for (GameActionRow row : week.actions().values()) {
      byType
          .computeIfAbsent(row.getActionType(), type -> new TreeMap<>())
          .merge(row.getStatus().name(), 1L, Long::sum);
    }
    out.println("actions by how they ended:");
    byType.forEach((type, ends) -> out.printf("  %-20s %s%n", type, ends));
    out.println();
  }
}
