package midgard.stack;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

/** The ports of one start. */
record StackPorts(Map<Part, Integer> parts, int controller) {

  /**
   * Free ports for those that may be any, all picked together so that no two parts get the same.
   */
  static StackPorts chosenFor(StackConfig config) {
    Iterator<Integer> free = Ports.pick(Part.values().length + 1).iterator();
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, chosen(config.port(part), free.next()));
    }
    return new StackPorts(ports, chosen(config.controllerPort(), free.next()));
  }

  /** Throws if another program has a port that the configuration asks for. */
  static void requireFree(StackConfig config) {
    for (Part part : Part.values()) {
      if (config.starts(part) && config.port(part) != 0) {
        Ports.requireFree(config.port(part), part.title(), part.portSetting());
      }
    }
    if (config.starts(Part.KAFKA) && config.controllerPort() != 0) {
      Ports.requireFree(config.controllerPort(), "Kafka controller", "KAFKA_CONTROLLER_PORT");
    }
  }

  int of(Part part) {
    return parts.get(part);
  }

  private static int chosen(int wanted, int free) {
    return wanted == 0 ? free : wanted;
  }
}
