/**
 * How is the program doing? Health and metrics on a port of this machine. Whatever runs is handed
 * in; nothing of ours is imported.
 */
@NullMarked
package org.pullquote.monitor;

import org.jspecify.annotations.NullMarked;
