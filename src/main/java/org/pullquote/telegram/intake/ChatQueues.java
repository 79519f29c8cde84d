package org.pullquote.telegram.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what there is to do one after another within a chat, and for all chats at once, each on a
 * virtual thread. A chat that waits holds up no other; only when all places are taken does whoever
 * brings more have to wait.
 */
public final class ChatQueues implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ChatQueues.class);

  /** How long a thread that was interrupted may take to end. */
  private static final Duration AFTER_INTERRUPT = Duration.ofMillis(500);

  /** Something to do. */
  interface Task {
    void run() throws InterruptedException;
  }

  private final int places;
  private final Duration grace;
  private final Semaphore free;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition laneEnded = lock.newCondition();
  private final Map<Long, Lane> lanes = new HashMap<>();
  private boolean closed;

  private static final class Lane {
    private final ArrayDeque<Task> tasks = new ArrayDeque<>();
    private Thread thread = Thread.currentThread();
  }

  /**
   * @param places how much may be under way and waiting, 1 or more
   * @param grace how long, on closing, what is under way may take
   */
  public ChatQueues(int places, Duration grace) {
    this.places = places;
    this.grace = grace;
    this.free = new Semaphore(places);
  }

  /**
   * Queues something behind all else of its chat, and waits for a place if there is none.
   *
   * @throws RejectedExecutionException once closed
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void add(long chat, Task task) throws InterruptedException {
    free.acquire();
    lock.lock();
    try {
      if (closed) {
        free.release();
        throw new RejectedExecutionException("the bot is stopping");
      }
      Lane lane = lanes.get(chat);
      if (lane == null) {
        Lane opened = new Lane();
        opened.tasks.add(task);
        lanes.put(chat, opened);
        opened.thread = Thread.ofVirtual().name("chat").unstarted(() -> work(chat, opened));
        opened.thread.start();
      } else {
        lane.tasks.add(task);
      }
    } finally {
      lock.unlock();
    }
  }

  private void work(long chat, Lane lane) {
    for (Task task = next(chat, lane); task != null; task = next(chat, lane)) {
      try {
        task.run();
      } catch (InterruptedException e) {
        // Only closing interrupts; what was not done is in the store.
        Thread.currentThread().interrupt();
      } catch (Throwable e) {
        // Whatever it is, the next one must be done.
        log.error("something in a chat was not done: {}", e.getClass().getName(), e);
      } finally {
        free.release();
      }
    }
  }

  private @Nullable Task next(long chat, Lane lane) {
    lock.lock();
    try {
      Task task = closed ? null : lane.tasks.poll();
      if (task == null) {
        lanes.remove(chat);
        laneEnded.signalAll();
      }
      return task;
    } finally {
      lock.unlock();
    }
  }

  /** How much is under way and waiting. */
  public int size() {
    return places - free.availablePermits();
  }

  /** How much waits in a chat, without what is under way. */
  int waiting(long chat) {
    lock.lock();
    try {
      Lane lane = lanes.get(chat);
      return lane == null ? 0 : lane.tasks.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many places are free. */
  int free() {
    return free.availablePermits();
  }

  boolean hasPlace() {
    return free() > 0;
  }

  /** Begins nothing more, and ends when all that is under way has ended, or was interrupted. */
  @Override
  public void close() {
    // Whoever closes may have been interrupted to do so: what is under way gets its time all the
    // same.
    boolean interrupted = Thread.interrupted();
    lock.lock();
    try {
      closed = true;
      if (!awaitLanes(grace)) {
        lanes.values().forEach(lane -> lane.thread.interrupt());
        if (!awaitLanes(AFTER_INTERRUPT)) {
          log.warn("{} chats did not end in time", lanes.size());
        }
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean awaitLanes(Duration atMost) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(atMost);
    while (!lanes.isEmpty() && left > 0) {
      left = laneEnded.awaitNanos(left);
    }
    return lanes.isEmpty();
  }
}
