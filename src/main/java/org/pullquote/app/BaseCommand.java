package org.pullquote.app;

import java.util.concurrent.Callable;

/** A command: reads the configuration, then runs. */
abstract class BaseCommand implements Callable<Integer> {

  /** Where the options are that every command has. */
  abstract Main main();

  /**
   * Does the command's work.
   *
   * @return the exit status
   */
  abstract int run(Program program) throws Exception;

  @Override
  public final Integer call() throws Exception {
    return run(Program.of(main()));
  }
}
