package org.pullquote.telegram.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.pullquote.chat.OutOfReachException;
import org.pullquote.store.Outgoing;
import org.pullquote.store.Received;
import org.pullquote.store.ReplicaStore;
import org.pullquote.store.ReplicaStore.Work;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.ChatOwnership;
import org.pullquote.telegram.delivery.Delivery;
import org.pullquote.telegram.delivery.Persistence;
import org.pullquote.telegram.delivery.RateLimits;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.intake.FloodGate.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lanes of one of several replicas. What one keeps, any may answer: each takes chats in which
 * there is something to do, works on them until there is nothing more, and keeps them for a while
 * after that, since it knows what was sent there of late.
 */
public final class SharedLanes implements Lanes, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SharedLanes.class);

  /** What another replica kept for one of these chats waits for half of that in the mean. */
  private static final Duration PERIOD = Duration.ofMillis(100);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** A chat in which something failed that should not is put aside for so long. */
  private static final Duration PUT_ASIDE = Duration.ofSeconds(10);

  /** One whose question cannot be looked up is for so long. */
  private static final Duration OUT_OF_REACH = Duration.ofSeconds(5);

  /** How many chats are taken at once: the rest is left for others. */
  private static final int MOST_TAKEN = 20;

  /** After each message it is looked again what there is to do in its chat. */
  private static final int MOST_WORK = 1;

  private final ReplicaStore store;
  private final String replica;
  private final ChatQueues queues;
  private final Replies replies;
  private final Delivery delivery;
  private final LongSupplier nanoTime;
  private final Semaphore news = new Semaphore(0);

  /** The chats that are worked on here. */
  private final Map<Long, Boolean> busy = new ConcurrentHashMap<>();

  /** The other chats of this replica, and until when they are kept. */
  private final Map<Long, Long> keptUntil = new ConcurrentHashMap<>();

  private final Map<Long, Long> asideUntil = new ConcurrentHashMap<>();
  private final Thread thread;

  /**
   * Begins to take chats.
   *
   * @param replica the name of this one
   * @param nanoTime as {@link System#nanoTime()}
   */
  public SharedLanes(
      ReplicaStore store,
      String replica,
      ChatQueues queues,
      Replies replies,
      Delivery delivery,
      LongSupplier nanoTime) {
    this.store = store;
    this.replica = replica;
    this.queues = queues;
    this.replies = replies;
    this.delivery = delivery;
    this.nanoTime = nanoTime;
    this.thread = Thread.ofPlatform().name("lanes").daemon().start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Duration pause = PERIOD;
        try {
          takeChats();
          releaseQuiet();
        } catch (StoreException e) {
          log.warn("{}; what waits is taken up when it can be", e.getMessage());
          pause = AFTER_FAILURE;
        } catch (RejectedExecutionException e) {
          return;
        } catch (RuntimeException e) {
          // A replica that lives and takes nothing up would be worse than any fault.
          log.error("chats could not be taken up", e);
          pause = AFTER_FAILURE;
        }
        if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeChats() throws InterruptedException {
    int most = Math.min(MOST_TAKEN, queues.free());
    if (most == 0) {
      return;
    }
    asideUntil.values().removeIf(until -> until - nanoTime.getAsLong() <= 0);
    List<Long> except = new ArrayList<>(busy.keySet());
    except.addAll(asideUntil.keySet());
    for (long chat : store.take(replica, except, most)) {
      keptUntil.remove(chat);
      busy.put(chat, true);
      queues.add(chat, () -> work(chat));
    }
  }

  private void work(long chat) throws InterruptedException {
    try {
      Work work = next(chat);
      while (!work.isEmpty()) {
        answer(work);
        work = next(chat);
      }
    } catch (ChatOwnership.LostException e) {
      log.info("left a chat: {}", e.getMessage());
    } catch (OutOfReachException e) {
      // Tried again soon, and meanwhile its place is free for others.
      asideUntil.put(chat, nanoTime.getAsLong() + OUT_OF_REACH.toNanos());
    } catch (RuntimeException | Error e) {
      // Whatever it is, it would fail again at once; and it must not keep the others waiting.
      log.error("something in a chat was not done: {}", e.getClass().getName(), e);
      asideUntil.put(chat, nanoTime.getAsLong() + PUT_ASIDE.toNanos());
    } finally {
      keptUntil.put(chat, nanoTime.getAsLong() + RateLimits.QUIET.toNanos());
      busy.remove(chat);
    }
  }

  private Work next(long chat) throws InterruptedException {
    return Persistence.untilKept(() -> store.work(replica, chat, MOST_WORK));
  }

  private void answer(Work work) throws InterruptedException {
    for (Outgoing each : work.unsent()) {
      delivery.deliver(each);
    }
    if (work.unsent().isEmpty()) {
      // Not more than one: a replica that lost this chat may have ended the next one just now, and
      // its answer goes first.
      Received next = work.waiting().getFirst();
      Optional<IncomingUpdate> update = replies.read(next);
      if (update.isPresent()) {
        replies.answer(next, update.get(), nanoTime.getAsLong());
      }
    }
  }

  /** Lets go of chats for which nothing came: from then on any replica may send there at once. */
  private void releaseQuiet() {
    List<Long> quiet =
        keptUntil.entrySet().stream()
            .filter(each -> each.getValue() - nanoTime.getAsLong() <= 0)
            .map(Map.Entry::getKey)
            .toList();
    if (!quiet.isEmpty()) {
      store.release(replica, quiet);
      quiet.forEach(keptUntil::remove);
    }
  }

  @Override
  public void add(Received received, IncomingUpdate update, Verdict verdict)
      throws InterruptedException {
    switch (verdict) {
      case PASS -> news.release();
      case NOTICE -> {
        replies.keepRefusal(received, update, true);
        news.release();
      }
      case SILENCE -> replies.keepRefusal(received, update, false);
    }
  }

  @Override
  public int waiting(long chat) {
    return store.waiting(chat);
  }

  /** What is kept waits in the store, which has a place for all. */
  @Override
  public boolean hasPlace() {
    return true;
  }

  /** Takes no more chats; what is under way in the queues is theirs to end. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
