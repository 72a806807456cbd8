package midgard.service.feed;

import java.time.Duration;

/**
 * How a recording is fed.
 *
 * @param speed how many times faster than it happened; 0: without a pause
 * @param live whether the events happen now: new ids, times shifted
 * @param ticks whether the seconds of the session's own time are fed too, for a world whose clock
 *     is fed
 * @param tickTail how many seconds tick on after the last event, so that what closes by the clock
 *     closes
 * @param patience how long a server that is away is waited for
 */
public record FeedOptions(
    double speed, boolean live, boolean ticks, int tickTail, Duration patience) {}
