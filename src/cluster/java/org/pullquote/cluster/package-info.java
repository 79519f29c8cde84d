/** What runs past one machine, tried against real servers on loopback. */
@NullMarked
package org.pullquote.cluster;

import org.jspecify.annotations.NullMarked;
