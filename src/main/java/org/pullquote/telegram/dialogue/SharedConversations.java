package org.pullquote.telegram.dialogue;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Memory;
import org.pullquote.chat.Storage;
import org.pullquote.store.ConversationStore;
import org.pullquote.store.KeptConversation;

/** Remembers conversations in the store, so that any replica can go on with them. */
public final class SharedConversations implements ConversationMemory {

  private final ConversationStore store;
  private final Articles articles;
  private final InstantSource clock;

  /** Remembers what is spoken of about those articles. */
  public SharedConversations(ConversationStore store, Articles articles, InstantSource clock) {
    this.store = store;
    this.articles = articles;
    this.clock = clock;
  }

  @Override
  public Conversation recall(ConversationKey key) {
    Memory memory =
        store
            .find(key.chat(), key.thread(), key.user(), clock.instant().minus(SILENCE))
            .flatMap(kept -> MemoryContent.read(kept.content()))
            .orElse(Memory.NONE);
    return new Conversation(articles, Locale.ENGLISH, Storage.SERVER, memory);
  }

  @Override
  public Optional<KeptConversation> keep(ConversationKey key, Conversation conversation) {
    return Optional.of(
        new KeptConversation(
            key.chat(), key.thread(), key.user(), MemoryContent.write(conversation.memory())));
  }

  @Override
  public void forget(long reader) {
    // The store forgets it with all else of the reader.
  }
}
