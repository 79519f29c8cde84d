package org.pullquote.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link Conversation} remembers: the last question and what was shown for it, no more.
 *
 * @param choice which article is asked
 * @param topic what was spoken of
 * @param topicOf the edition of the article in which that was; empty where nothing was
 * @param last what was shown last; null where nothing was
 * @param page which page of it
 */
public record Memory(
    Choice choice, Topic topic, String topicOf, @Nullable ShownAnswer last, Page page) {

  /** Of a conversation that begins. */
  public static final Memory NONE =
      new Memory(Choice.STANDARD, Topic.NONE, "", null, new Page.First());
}
