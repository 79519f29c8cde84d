package org.pullquote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a test starts a Java process of its own. */
public final class ChildJava {

  private ChildJava() {}

  /**
   * The command line, to which arguments may be added: this Java, with the classes of the tests.
   *
   * @param options of the Java machine
   */
  public static List<String> command(List<String> options, String mainClass) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-cp", classPath(), mainClass));
    return line;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
