package org.pullquote.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came in and what is to go out, kept so that neither a crash nor a power cut loses it: what a
 * method has returned from is on the disk, of this machine or of a server. Methods may be called by
 * several threads at once, and throw {@link StoreException} where the disk fails them.
 */
public interface DeliveryStore extends AutoCloseable {

  /** How an update that was waiting ended. */
  enum Ending {
    /** Read and answered, or found to need no answer. */
    ANSWERED,
    /** Too old when its turn came. */
    LATE,
    /** One too many of its sender's. */
    FLOOD,
    /** Could not be handled, and would not be the next time either. */
    FAILED
  }

  /**
   * Keeps a batch, all of it or nothing. An arrival that is known already is left out: one with the
   * chat and the message of an earlier one, or one without a message and with an earlier one's
   * update id. An edited message is left out where it says what it said before.
   *
   * @return what is new and waits for an answer, in the order of the batch
   */
  List<Received> receive(List<Arrival> batch);

  /** What waits for an answer, oldest first. */
  List<Received> waiting();

  /**
   * Ends what was waiting and keeps what is to be said about it, all of that or nothing. What was
   * received is forgotten but for its ids. Where it has ended before, nothing is kept.
   *
   * @param answer what it shows, for its buttons; null where it has none
   * @param conversation what is to be remembered of the conversation; null where nothing
   * @return what is to be sent, in order
   */
  List<Outgoing> finish(
      long received,
      Ending ending,
      List<Draft> drafts,
      @Nullable KeptAnswer answer,
      @Nullable KeptConversation conversation);

  /** The same for what has no buttons and belongs to no conversation. */
  default List<Outgoing> finish(long received, Ending ending, List<Draft> drafts) {
    return finish(received, ending, drafts, null, null);
  }

  /**
   * Keeps what is to be said while something still waits.
   *
   * @return what is to be sent, in order
   */
  List<Outgoing> say(List<Draft> drafts);

  /** What was not sent yet, oldest first. */
  List<Outgoing> unsent();

  /** Notes that a message was sent; its text is forgotten. */
  void sent(long outgoing);

  /**
   * Notes that a message will never be sent and keeps what is to be said in its place, both or
   * neither. Its text is forgotten.
   *
   * @param reason why, in a few words
   * @return what is to be sent instead, in order
   */
  List<Outgoing> giveUp(long outgoing, String reason, List<Draft> instead);

  /**
   * Readdresses all that is not sent yet, the answers shown and the article chosen, from one chat
   * to another.
   */
  void move(long fromChat, long toChat);

  /** Whether something of that kind was addressed to a chat since then, sent or not. */
  boolean hasAddressed(long chat, String kind, Instant since);

  /** Forgets the ids of what had ended before then; what waits is kept. */
  void forgetEnded(Instant before);

  /**
   * Takes what was forgotten off the disk, as far as it still stands beside the rows kept; a server
   * is asked to.
   */
  void erase();

  /** A random key that this store was made with, to hash what it must not tell. */
  byte[] key();

  @Override
  void close();
}
