/**
 * Which passages answer a question, and who says so: or does the article not tell?
 *
 * <p>{@link org.pullquote.answer.Answerer} takes what {@code search} ranks and decides; an {@link
 * org.pullquote.answer.Answer} is a value whichever way it decides, and holds nothing but quotes.
 */
@NullMarked
package org.pullquote.answer;

import org.jspecify.annotations.NullMarked;
