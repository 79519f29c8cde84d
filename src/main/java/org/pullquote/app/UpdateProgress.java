package org.pullquote.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.pullquote.console.Terminals;
import org.pullquote.library.UpdateListener;

/** Shows how far an update of the index is, where somebody sees it and it takes a while. */
final class UpdateProgress implements UpdateListener, AutoCloseable {

  private static final Duration A_WHILE = Duration.ofMillis(500);

  private final Consumer<String> faults;
  private final boolean seen;
  private final long begin = System.nanoTime();
  private int total;
  private int done;
  private @Nullable ProgressBar bar;

  /**
   * @param faults hears of files that are not searched, a line each
   */
  UpdateProgress(Consumer<String> faults) {
    this.faults = faults;
    this.seen = Terminals.isErrorSeen();
  }

  @Override
  public void total(int files) {
    total = files;
  }

  @Override
  public void seen() {
    done++;
    if (bar == null && seen && System.nanoTime() - begin > A_WHILE.toNanos()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("articles")
              .setInitialMax(total)
              .setConsumer(
                  new ConsoleProgressBarConsumer(
                      new PrintStream(
                          new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)))
              .build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void fault(String line) {
    faults.accept(line);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
