/**
 * In which language is a question, and what of it can be looked up in another?
 *
 * <p>A {@link org.pullquote.language.ForeignQuestion} tells the language by the script, or by small
 * words that only it has, and puts English words for those that it knows: question words, the
 * vocabulary of news, countries. Names are written in Latin letters, as the article writes them
 * where they sound alike. That is no translation; it is enough to look something up.
 */
@NullMarked
package org.pullquote.language;

import org.jspecify.annotations.NullMarked;
