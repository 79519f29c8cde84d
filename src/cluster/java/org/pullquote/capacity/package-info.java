/** How much several machines carry, from what was measured on one. */
@NullMarked
package org.pullquote.capacity;

import org.jspecify.annotations.NullMarked;
