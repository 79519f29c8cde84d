package org.pullquote.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jline.utils.Signals;
import org.pullquote.search.OnnxModel;

/**
 * The end of the program, by itself or by a signal. Shutdown hooks run all at once, and one of them
 * is ONNX Runtime's, which must not run while a model is reading; so what comes before is done
 * before the machine shuts down, and in order.
 */
final class Ending {

  /** With their numbers (POSIX.1): Ctrl-C, a closed terminal, and the wish of a service manager. */
  private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  /** What a shell adds to a signal's number for the status of what ended by it. */
  private static final int BY_SIGNAL = 128;

  private static final List<Runnable> first = new CopyOnWriteArrayList<>();

  private Ending() {}

  /** Ends the program in order where a signal asks for it. */
  static void listen() {
    SIGNALS.forEach((name, number) -> Signals.register(name, () -> bySignal(number)));
  }

  /** Has this done first, if a signal ends the program. */
  static void atSignal(Runnable step) {
    first.add(step);
  }

  private static synchronized void bySignal(int number) {
    try {
      first.forEach(Runnable::run);
    } finally {
      exit(BY_SIGNAL + number);
    }
  }

  /** Ends the program with this status, unless a signal is ending it with its own. */
  static synchronized void exit(int status) {
    OnnxModel.finishAll();
    System.exit(status);
  }
}
