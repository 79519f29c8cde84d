/**
 * How does the library do at size? Begin with {@link org.pullquote.size.SizeBenchmark}: it invents
 * articles, and asks a library of them as the program does.
 */
@NullMarked
package org.pullquote.size;

import org.jspecify.annotations.NullMarked;
