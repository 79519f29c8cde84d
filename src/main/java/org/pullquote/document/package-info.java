/**
 * How is a document (Markdown, Word, PDF) read into an article?
 *
 * <p>Each reader makes blocks of a document, with what its styles or its looks say that they are
 * ({@link org.pullquote.text.Role}); {@link org.pullquote.text.BlockReader} makes passages of them,
 * by the same rules as of pasted text. Begin with {@link org.pullquote.document.MarkdownReader};
 * {@link org.pullquote.document.DocxReader} unpacks within limits, {@link
 * org.pullquote.document.PdfReader} puts lines together from letters. The only package that knows
 * the libraries for documents.
 */
@NullMarked
package org.pullquote.document;

import org.jspecify.annotations.NullMarked;
