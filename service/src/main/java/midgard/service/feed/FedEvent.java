package midgard.service.feed;

/**
 * An event on its way.
 *
 * @param line of the file; 0 for a tick, which stands on none
 * @param json as it is sent
 */
record FedEvent(long line, String json) {
  boolean isTick() {
    return line == 0;
  }
}
