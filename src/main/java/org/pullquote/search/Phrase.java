package org.pullquote.search;

import org.pullquote.article.Span;

/**
 * Words of a passage that may answer.
 *
 * @param span of the passage's text
 * @param score in favour of these words answering over nothing here answering: a difference of
 *     logits, comparable between questions
 */
public record Phrase(Span span, double score) {}
