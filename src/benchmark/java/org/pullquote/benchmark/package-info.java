/**
 * How good the product is beside others: the same questions on the same articles, asked of the
 * product, of plain Lucene, and of a ready-made retrieval pipeline.
 *
 * <p>{@link org.pullquote.benchmark.Benchmark} runs it. A {@link org.pullquote.benchmark.Contender}
 * is one of the systems; {@link org.pullquote.benchmark.Texts} says when a result is the passage
 * asked for and when it contains the answer; {@link org.pullquote.benchmark.Figures} are the
 * figures of one contender on one set of questions. Compiled in the profile {@code benchmark} only.
 */
@NullMarked
package org.pullquote.benchmark;

import org.jspecify.annotations.NullMarked;
