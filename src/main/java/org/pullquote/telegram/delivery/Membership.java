package org.pullquote.telegram.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.pullquote.store.ReplicaStore;
import org.pullquote.store.ReplicaStore.Standing;
import org.pullquote.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's place among the replicas of a bot: it says every second that it lives, and learns
 * whether it leads.
 */
public final class Membership implements ChatOwnership, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Membership.class);

  /** A replica that was not heard of for so long has lost its chats. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** Clocks differ in their pace, and a leader must know before another one leads. */
  private static final Duration MARGIN = Duration.ofSeconds(2);

  private final ReplicaStore store;
  private final String replica;
  private final LongSupplier nanoTime;
  private final Delivery.Pause pause;
  private final Thread thread;
  private volatile boolean leads;
  private volatile long renewed;

  /**
   * Joins the replicas.
   *
   * @param replica a name that no other has
   * @param nanoTime as {@link System#nanoTime()}
   * @throws StoreException if the store cannot be reached
   */
  public Membership(
      ReplicaStore store, String replica, LongSupplier nanoTime, Delivery.Pause pause) {
    this.store = store;
    this.replica = replica;
    this.nanoTime = nanoTime;
    this.pause = pause;
    renew();
    thread = Thread.ofPlatform().name("membership").daemon().start(this::run);
  }

  private void run() {
    boolean reached = true;
    try {
      while (true) {
        pause.take(PERIOD);
        try {
          renew();
          reached = true;
        } catch (StoreException e) {
          if (reached) {
            log.warn("out of touch with the other replicas: {}", e.getMessage());
          }
          reached = false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    // From before the call: the others count from later.
    long now = nanoTime.getAsLong();
    Standing standing = store.renew(replica, LEASE);
    if (!standing.known()) {
      log.info("joined the replicas of this bot as {}", replica);
    }
    if (standing.leads() && !leads) {
      log.info("leads the replicas of this bot");
    }
    leads = standing.leads();
    renewed = now;
  }

  /** The name of this process among the replicas. */
  public String replica() {
    return replica;
  }

  /**
   * Whether it is in touch with the others: it was not counted as gone, and will not be at once.
   */
  public boolean isCurrent() {
    return nanoTime.getAsLong() - renewed < LEASE.minus(MARGIN).toNanos();
  }

  /** Whether it is the one replica that does what only one may do. */
  public boolean leads() {
    return leads && isCurrent();
  }

  @Override
  public void require(long chat) throws InterruptedException {
    if (!Persistence.untilKept(() -> store.owns(replica, chat))) {
      throw new LostException();
    }
  }

  @Override
  public boolean isShared() {
    return true;
  }

  /** What is just being renewed would join again. */
  private void awaitEnd() {
    try {
      thread.join(PERIOD);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leaves: what this replica worked on is the others' at once. */
  @Override
  public void close() {
    thread.interrupt();
    awaitEnd();
    try {
      store.leave(replica);
    } catch (StoreException e) {
      log.warn("left without a word ({}): the others wait {}", e.getMessage(), LEASE);
    }
  }
}
