package midgard.service.feed;

/**
 * When the events of a recording are sent, and which time they then bear.
 *
 * @param first the recording's first instant, ms UTC
 * @param last its last
 * @param start when the feeding starts, ms UTC
 * @param speed how many times faster than it happened; 0: without a pause
 * @param live whether the events happen now, instead of when they were recorded
 */
record Timeline(long first, long last, long start, double speed, boolean live) {

  /** How long after the start an event is sent, in ms. */
  long sendAfter(long time) {
    return speed == 0 ? 0 : Math.max(0, Math.round((time - first) / speed));
  }

  /**
   * The time that an event bears. Live events happen when they are sent; fed without a pause, they
   * end now, so that none lies in the future.
   */
  long stamp(long time) {
    if (!live) {
      return time;
    }
    return speed == 0 ? start - (last - time) : start + sendAfter(time);
  }
}
