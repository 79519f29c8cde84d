package org.pullquote.answer;

import java.util.Set;

/**
 * What a question follows upon.
 *
 * @param words to search by beside its own; may be empty
 * @param recent ids of the passages quoted for the question before
 * @param seen ids of passages that are no answer, because the reader asks for others
 * @param bare whether the question names nothing of its own ("and where?")
 */
public record Context(String words, Set<String> recent, Set<String> seen, boolean bare) {

  /** Of a question that stands by itself. */
  public static final Context NONE = new Context("", Set.of(), Set.of(), false);

  public Context {
    recent = Set.copyOf(recent);
    seen = Set.copyOf(seen);
  }
}
