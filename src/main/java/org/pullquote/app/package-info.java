/**
 * The command line, the configuration, and the wiring: the edge where files, environment and clock
 * come in. Nothing imports it.
 */
@NullMarked
package org.pullquote.app;

import org.jspecify.annotations.NullMarked;
