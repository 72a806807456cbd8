package midgard.service.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One connected listener. It starts with a snapshot, then gets changes one by one; at most one
 * message is under way and a bounded number waits. A listener that is too slow loses what waits, is
 * told so as soon as it has taken what was under way, and gets a fresh snapshot.
 */
final class LiveClient {
  /** Messages that wait for a slow listener before it is told that it lags. */
  static final int QUEUE = 1_000;

  private final Session session;
  private final boolean everything;
  private final Clock clock;
  private final Consumer<LiveClient> wantsSnapshot;
  private final Deque<String> answers = new ArrayDeque<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean greeted;
  private boolean sending;
  private long dropped;
  private Thread pumping;

  /**
   * @param everything whether it may see what is not public
   * @param wantsSnapshot is told when {@link #greet} should be called; must return at once
   */
  LiveClient(Session session, boolean everything, Clock clock, Consumer<LiveClient> wantsSnapshot) {
    this.session = session;
    this.everything = everything;
    this.clock = clock;
    this.wantsSnapshot = wantsSnapshot;
  }

  boolean maySee(LiveChange change) {
    return everything || change.isPublic();
  }

  /** The snapshot goes before all that has been waiting for it. */
  void greet(String snapshot) {
    synchronized (this) {
      waiting.addFirst(snapshot);
      greeted = true;
    }
    pump();
  }

  /**
   * A change.
   *
   * @return whether it was taken; not when the listener lags
   */
  boolean offer(String message) {
    boolean taken;
    synchronized (this) {
      taken = dropped == 0 && waiting.size() < QUEUE;
      if (taken) {
        waiting.add(message);
      } else {
        dropped += waiting.size() + 1L;
        waiting.clear();
        greeted = false;
        catchUp();
      }
    }
    pump();
    return taken;
  }

  /** A fresher snapshot, for who is not busy with changes. */
  void refresh(String snapshot) {
    synchronized (this) {
      if (greeted && waiting.isEmpty()) {
        waiting.add(snapshot);
      }
    }
    pump();
  }

  /** An answer to something that the listener said; said too much, it is cut off. */
  void answer(String message) {
    synchronized (this) {
      if (answers.size() >= QUEUE) {
        session.disconnect();
        return;
      }
      answers.add(message);
    }
    pump();
  }

  /** Once the message under way is out, a lagging listener can be told. Under the lock. */
  private void catchUp() {
    if (dropped > 0 && !sending) {
      ObjectNode notice = JsonNodeFactory.instance.objectNode();
      notice.put("type", "lagging").put("timestamp", clock.instant().toString());
      notice.putObject("data").put("dropped", dropped);
      answers.add(notice.toString());
      dropped = 0;
      wantsSnapshot.accept(this);
    }
  }

  /** Sends until nothing may go; a message that is out at once is followed by this same loop. */
  private void pump() {
    for (String next = take(); next != null; next = take()) {
      session.sendText(next, Callback.from(this::sent, failure -> session.disconnect()));
    }
  }

  private synchronized String take() {
    Thread current = Thread.currentThread();
    if (pumping != null && pumping != current) {
      return null;
    }
    String next = null;
    if (!sending) {
      next = answers.poll();
      if (next == null && greeted) {
        next = waiting.poll();
      }
    }
    sending |= next != null;
    pumping = next == null ? null : current;
    return next;
  }

  private void sent() {
    synchronized (this) {
      sending = false;
      catchUp();
      if (pumping == Thread.currentThread()) {
        return;
      }
    }
    pump();
  }
}
