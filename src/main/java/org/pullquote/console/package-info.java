/** The same chat in a terminal, or line by line where there is none. */
@NullMarked
package org.pullquote.console;

import org.jspecify.annotations.NullMarked;
