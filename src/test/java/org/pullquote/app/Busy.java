package org.pullquote.app;

import java.util.concurrent.atomic.AtomicInteger;
import org.pullquote.search.OnnxModel;

/** A program whose model reads all the time, until a signal ends it, or it does so itself. */
final class Busy {

  private static final int READERS = 4;
  private static final long MILLIS = 500;

  private static final AtomicInteger readings = new AtomicInteger();

  private Busy() {}

  /**
   * Says that it reads, and at its end, whether it still does when the machine shuts down.
   *
   * @param arguments the status to end with by itself; none to wait for a signal
   */
  public static void main(String[] arguments) throws InterruptedException {
    Ending.listen();
    OnnxModel model = new OnnxModel(false);
    for (int i = 0; i < READERS; i++) {
      Thread.ofPlatform().daemon(true).start(() -> read(model));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(Busy::tell));
    tell();
    if (arguments.length > 0) {
      Ending.exit(Integer.parseInt(arguments[0]));
    }
    Thread.currentThread().join();
  }

  private static void read(OnnxModel model) {
    while (true) {
      model.question("Who laid a wreath?");
      readings.incrementAndGet();
    }
  }

  private static void tell() {
    try {
      Thread.sleep(MILLIS);
      int before = readings.get();
      Thread.sleep(MILLIS);
      System.out.println(readings.get() > before ? "reads" : "rests");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
