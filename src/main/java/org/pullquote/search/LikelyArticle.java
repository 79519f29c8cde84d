package org.pullquote.search;

/**
 * An article that may answer a question.
 *
 * @param score how well its words match, from 0; comparable within one search only
 */
public record LikelyArticle(IndexedFile file, double score) {}
