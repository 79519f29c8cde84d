package org.pullquote.telegram.dialogue;

import java.util.Optional;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Conversations;
import org.pullquote.store.KeptConversation;

/** Remembers conversations in this process: after a restart, they begin anew. */
public final class LocalConversations implements ConversationMemory {

  private final Conversations<ConversationKey> conversations;

  /** Remembers as many, and for as long, as those do. */
  public LocalConversations(Conversations<ConversationKey> conversations) {
    this.conversations = conversations;
  }

  @Override
  public Conversation recall(ConversationKey key) {
    return conversations.with(key);
  }

  @Override
  public Optional<KeptConversation> keep(ConversationKey key, Conversation conversation) {
    return Optional.empty();
  }

  @Override
  public void forget(long reader) {
    conversations.forget(key -> key.user() == reader);
  }
}
