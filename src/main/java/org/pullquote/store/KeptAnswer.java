package org.pullquote.store;

/**
 * What an answer showed, kept for its buttons.
 *
 * @param id cannot be guessed
 * @param reader who asked
 * @param questionHash tells equal questions from others, and not what was asked
 * @param content the passages and scores
 */
public record KeptAnswer(String id, long chat, long reader, String questionHash, String content) {}
