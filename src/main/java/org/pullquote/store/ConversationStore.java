package org.pullquote.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What conversations remember, where several replicas share them: it is kept in the step that ends
 * a message ({@link DeliveryStore#finish}). Methods may be called by several threads at once, and
 * throw {@link StoreException} where the disk or the database fails them.
 */
public interface ConversationStore {

  /**
   * What a reader's conversation remembers; empty where it began before then and nothing was said
   * since, or there is none.
   *
   * @param thread the topic of the chat, 0 outside of topics
   */
  Optional<KeptConversation> find(long chat, int thread, long reader, Instant since);

  /** Forgets conversations that were silent since then. */
  void forgetSilent(Instant since);
}
