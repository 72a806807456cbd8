package midgard.agents.economy;

import java.util.List;
import midgard.schemas.economy.HourFlow;
import midgard.schemas.economy.LedgerKind;
import midgard.schemas.economy.ReasonFlow;
import midgard.schemas.event.Reason;

/** Sums of zeny per reason, and per hour and reason, in sorted lists. */
final class Flows {
  private Flows() {}

  /** One entry as a sum. */
  static ReasonFlow of(Reason reason, LedgerKind kind, long amount) {
    ReasonFlow flow = nothing(reason);
    switch (kind) {
      case faucet -> flow.setFaucet(amount);
      case sink -> flow.setSink(Math.negateExact(amount));
      case transfer -> {
        flow.setTransferIn(Math.max(0, amount));
        flow.setTransferOut(Math.max(0, Math.negateExact(amount)));
      }
      case opening -> throw new IllegalArgumentException("An opening is no flow.");
    }
    return flow;
  }

  private static ReasonFlow nothing(Reason reason) {
    return new ReasonFlow(reason, 0L, 0L, 0L, 0L);
  }

  /** Adds to the sum of the flow's reason. */
  static void add(List<ReasonFlow> flows, ReasonFlow flow) {
    int place = flows.size();
    while (place > 0 && flows.get(place - 1).getReason().compareTo(flow.getReason()) > 0) {
      place--;
    }
    if (place == 0 || flows.get(place - 1).getReason() != flow.getReason()) {
      flows.add(place++, nothing(flow.getReason()));
    }
    add(flows.get(place - 1), flow);
  }

  /** Adds to the sum of the flow's hour and reason. */
  static void add(List<HourFlow> hours, long hour, ReasonFlow flow) {
    int place = hours.size();
    while (place > 0 && isAfter(hours.get(place - 1), hour, flow.getReason())) {
      place--;
    }
    if (place == 0
        || hours.get(place - 1).getHour() != hour
        || hours.get(place - 1).getFlow().getReason() != flow.getReason()) {
      hours.add(place++, new HourFlow(hour, nothing(flow.getReason())));
    }
    add(hours.get(place - 1).getFlow(), flow);
  }

  private static boolean isAfter(HourFlow entry, long hour, Reason reason) {
    return entry.getHour() != hour
        ? entry.getHour() > hour
        : entry.getFlow().getReason().compareTo(reason) > 0;
  }

  private static void add(ReasonFlow sum, ReasonFlow flow) {
    sum.setFaucet(Math.addExact(sum.getFaucet(), flow.getFaucet()));
    sum.setSink(Math.addExact(sum.getSink(), flow.getSink()));
    sum.setTransferIn(Math.addExact(sum.getTransferIn(), flow.getTransferIn()));
    sum.setTransferOut(Math.addExact(sum.getTransferOut(), flow.getTransferOut()));
  }

  /** All reasons in one. */
  static ReasonFlow sum(List<ReasonFlow> flows) {
    ReasonFlow sum = nothing(Reason.other);
    flows.forEach(flow -> add(sum, flow));
    return sum;
  }
}
