package org.pullquote.telegram.dialogue;

import java.time.Duration;
import java.util.Optional;
import org.pullquote.chat.Conversation;
import org.pullquote.store.KeptConversation;
import org.pullquote.store.StoreException;

/** Where it is remembered what readers spoke of. */
public interface ConversationMemory {

  /** Who was silent for so long begins anew. */
  Duration SILENCE = Duration.ofHours(1);

  /**
   * A conversation as far as it is remembered; one that is not begins.
   *
   * @throws StoreException if it is remembered in the store, and that cannot be read
   */
  Conversation recall(ConversationKey key);

  /** What the store is to keep of a conversation; empty where it is remembered without that. */
  Optional<KeptConversation> keep(ConversationKey key, Conversation conversation);

  /** Forgets what a reader spoke of, but for what the store keeps. */
  void forget(long reader);
}
