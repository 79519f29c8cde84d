package org.pullquote.store;

/**
 * What is kept of a conversation, so that any replica can go on with it.
 *
 * @param chat where it is
 * @param thread the topic of that chat, 0 outside of topics
 * @param reader whose it is
 * @param content what it remembers; the store does not look into it
 */
public record KeptConversation(long chat, int thread, long reader, String content) {}
