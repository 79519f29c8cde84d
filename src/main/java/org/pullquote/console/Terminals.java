package org.pullquote.console;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Whether a person sits at the other end of standard input and output. */
public final class Terminals {

  private Terminals() {}

  /** Whether what is read from standard input is typed. */
  public static boolean isInputTyped() {
    return is(SystemStream.Input);
  }

  /** Whether what goes to standard output is seen at once. */
  public static boolean isOutputSeen() {
    return is(SystemStream.Output);
  }

  /** Whether what goes to standard error is seen at once. */
  public static boolean isErrorSeen() {
    return is(SystemStream.Error);
  }

  private static boolean is(SystemStream stream) {
    for (String provider : new String[] {"jni", "exec"}) {
      try {
        return TerminalProvider.load(provider).isSystemStream(stream);
      } catch (IOException | LinkageError e) {
        // No native library for this machine: the next provider asks a program.
      }
    }
    return false;
  }
}
