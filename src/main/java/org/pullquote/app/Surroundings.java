package org.pullquote.app;

import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the program finds around it, handed in so that a test can hand in its own.
 *
 * @param home the project's folder, where {@code config/} and {@code data/} are
 * @param workingDirectory where relative paths of the command line start
 */
record Surroundings(
    Map<String, String> environment,
    Path home,
    Path workingDirectory,
    Reader in,
    PrintWriter out,
    PrintWriter err) {}
