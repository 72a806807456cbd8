package midgard.agents.social;

import java.util.ArrayList;
import java.util.List;
import midgard.schemas.social.Attendance;
import midgard.schemas.social.Gathering;

/** The gatherings of one map. */
final class Attendances {
  private Attendances() {}

  static Attendance of(Gathering gathering, List<Attendance> attendances) {
    for (Attendance attendance : attendances) {
      if (attendance.getEventId().equals(gathering.getEventId())) {
        return attendance;
      }
    }
    Attendance first =
        new Attendance(
            gathering.getEventId(),
            gathering.getEventName(),
            gathering.getDespawnsAt(),
            new ArrayList<>(),
            new ArrayList<>(),
            false,
            0);
    attendances.add(first);
    return first;
  }
}
