package org.pullquote.telegram.intake;

import org.pullquote.store.Received;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.dialogue.IncomingUpdate;
import org.pullquote.telegram.intake.FloodGate.Verdict;

/** Has what was kept answered, in each chat one after another. */
public interface Lanes {

  /** What waits in one chat beyond that, its readers have given up on. */
  int MOST_WAITING_IN_CHAT = 100;

  /**
   * Has an update that was just kept answered, or refused.
   *
   * @throws InterruptedException if the thread is interrupted while there is no place for it; it is
   *     kept all the same
   */
  void add(Received received, IncomingUpdate update, Verdict verdict) throws InterruptedException;

  /**
   * How many messages wait in a chat, without what is under way.
   *
   * @throws StoreException if that is in the store, and the disk or the database fails it
   */
  int waiting(long chat);

  /** Whether there is a place for more. */
  boolean hasPlace();
}
