package org.pullquote.app;

import picocli.CommandLine.ParentCommand;

/** A command of the program, which finds the common options at {@link Main}. */
abstract class SubCommand extends BaseCommand {

  @ParentCommand private Main main;

  @Override
  final Main main() {
    return main;
  }
}
