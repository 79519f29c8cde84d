/**
 * Which weights do answers go by? {@link org.pullquote.train.Training} fits them to labelled
 * questions, the same for the same files.
 */
@NullMarked
package org.pullquote.train;

import org.jspecify.annotations.NullMarked;
