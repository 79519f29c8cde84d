package org.pullquote.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Which replicas of a bot there are, and which of them works on which chat. A replica says again
 * and again that it lives; one that has not for as long as a lease lasts is forgotten, and its
 * chats are free. Time is the database's. Methods may be called by several threads at once, and
 * throw {@link StoreException} where the database fails them.
 */
public interface ReplicaStore {

  /**
   * What a replica learns when it says that it lives.
   *
   * @param known whether it was still known; one that was not has lost its chats, and is known
   *     again from now on
   * @param leads whether it is the one that does what only one may do
   */
  record Standing(boolean known, boolean leads) {}

  /**
   * What there is to do in a chat, in order: what is to be sent comes first.
   *
   * @param unsent what was answered and not sent
   * @param waiting what waits for an answer
   */
  record Work(List<Outgoing> unsent, List<Received> waiting) {

    public Work {
      unsent = List.copyOf(unsent);
      waiting = List.copyOf(waiting);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
      return unsent.isEmpty() && waiting.isEmpty();
    }
  }

  /**
   * Says that a replica lives, and forgets those that have not said so for too long. None is
   * forgotten by one that was itself out of touch until less than a lease ago: where the database
   * was away, all get the time to say that they live.
   *
   * @param replica a name that no other has
   * @param lease for how long it counts as living from now on
   */
  Standing renew(String replica, Duration lease);

  /** Ends a replica: its chats are free at once. */
  void leave(String replica);

  /**
   * Takes chats in which there is something to do, those first in which it waits for longest: free
   * ones, which are this replica's from now on, and its own.
   *
   * @param except chats that it works on already
   * @param most how many at the most
   * @return the chats
   */
  List<Long> take(String replica, Collection<Long> except, int most);

  /**
   * What there is to do in a chat; nothing where it is not that replica's.
   *
   * @param most how many messages at the most
   */
  Work work(String replica, long chat, int most);

  /** How many messages wait in a chat for an answer. */
  int waiting(long chat);

  /** Lets go of chats. */
  void release(String replica, Collection<Long> chats);

  /** Whether a chat is that replica's. */
  boolean owns(String replica, long chat);

  /**
   * Takes the next moment at which a message may be sent, by whichever replica: by the generic cell
   * rate algorithm (ITU-T I.371) without a burst, the moments are as far from each other as that.
   *
   * @return how long it is until then
   */
  Duration reserve(Duration spacing);

  /** Lets no replica take a moment for so long. */
  void hold(Duration length);
}
