package org.pullquote.telegram.delivery;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.pullquote.store.ReplicaStore;

/** The overall limit of a bot that several replicas send for: the store keeps it. */
public final class SharedLimit implements RateLimits.Overall {

  /** Messages of several machines come closer to each other on their way than those of one. */
  private static final double SLACK = 1.1;

  private static final double NANOS = 1e9;

  private final ReplicaStore store;
  private final Duration spacing;
  private final Delivery.Pause pause;

  /**
   * One message at a time takes a moment: what is held meanwhile holds the rest, and a replica that
   * is killed leaves one moment that nobody uses.
   */
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * @param perSecond messages in a second, of all replicas together
   */
  public SharedLimit(ReplicaStore store, int perSecond, Delivery.Pause pause) {
    this.store = store;
    this.spacing = Duration.ofNanos((long) (SLACK * NANOS / perSecond));
    this.pause = pause;
  }

  @Override
  public void await() throws InterruptedException {
    turn.lockInterruptibly();
    try {
      pause.take(Persistence.untilKept(() -> store.reserve(spacing)));
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void hold(Duration length) throws InterruptedException {
    Persistence.untilKept(() -> {
      store.hold(length);
      return true;
    });
  }
}
