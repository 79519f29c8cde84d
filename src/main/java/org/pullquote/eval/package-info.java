/**
 * How good the answers are: labelled questions, what is measured on them, and the report.
 *
 * <p>{@link org.pullquote.eval.LabelledSets} reads the files, {@link org.pullquote.eval.Evaluation}
 * asks the questions as a reader would, {@link org.pullquote.eval.Report} prints the figures. How
 * well web pages are read, {@link org.pullquote.eval.PageEvaluation} measures.
 */
@NullMarked
package org.pullquote.eval;

import org.jspecify.annotations.NullMarked;
