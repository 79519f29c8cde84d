package org.pullquote.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads with all processors, a little ahead of who takes what was read: in the order in which it
 * was asked for, on the thread that asks, and never more than a few at a time are in memory.
 *
 * @param <T> what is read
 */
final class ReadAhead<T> implements AutoCloseable {

  /** So many a processor wait to be taken: enough for one slow article among quick ones. */
  private static final int AHEAD = 4;

  private final int most;
  private final ExecutorService threads;
  private final Taker<T> taker;
  private final Deque<Future<T>> ahead = new ArrayDeque<>();

  /** Takes what was read. */
  interface Taker<T> {
    void take(T read) throws LibraryException;
  }

  ReadAhead(Taker<T> taker) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.most = AHEAD * processors;
    this.threads =
        Executors.newFixedThreadPool(
            processors, Thread.ofPlatform().name("reading-", 0).daemon().factory());
    this.taker = taker;
  }

  /**
   * Reads one more, and has one taken where enough wait.
   *
   * @throws LibraryException if taking fails, or the thread is interrupted
   */
  void add(Callable<T> read) throws LibraryException {
    if (ahead.size() >= most) {
      takeNext();
    }
    ahead.add(threads.submit(read));
  }

  /**
   * Has all taken.
   *
   * @throws LibraryException if taking fails, or the thread is interrupted
   */
  void finish() throws LibraryException {
    while (!ahead.isEmpty()) {
      takeNext();
    }
  }

  private void takeNext() throws LibraryException {
    try {
      taker.take(ahead.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LibraryException("the update of the library was stopped");
    } catch (ExecutionException e) {
      throw unexpected(e);
    }
  }

  /** What reading throws and does not tell as a fault is nobody's to answer. */
  private static RuntimeException unexpected(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
  }

  /** Ends it, whatever was not taken. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
