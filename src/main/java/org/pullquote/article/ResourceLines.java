package org.pullquote.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Word lists from the class path: UTF-8, blank lines and those that begin with # left out. */
public final class ResourceLines {

  private ResourceLines() {}

  /**
   * The lines of a list.
   *
   * @param beside the class in whose package the resource stands
   */
  public static List<String> of(Class<?> beside, String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + name, e);
    }
  }

  /** The words of a list, however many stand on a line. */
  public static List<String> words(Class<?> beside, String name) {
    return of(beside, name).stream().flatMap(line -> Stream.of(line.split("\\s+"))).toList();
  }
}
