/**
 * Which articles are there, and which of them may answer?
 *
 * <p>{@link org.pullquote.library.Library} is the door. The articles are the files of a {@link
 * org.pullquote.library.LibraryFolder}; {@link org.pullquote.library.LibraryUpdate} brings the
 * index of all of them up to date, {@link org.pullquote.library.LibraryWatch} again and again. What
 * is asked of all articles goes by {@link org.pullquote.library.AskAll} to those that are likely.
 */
@NullMarked
package org.pullquote.library;

import org.jspecify.annotations.NullMarked;
