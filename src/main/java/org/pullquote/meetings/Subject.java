package org.pullquote.meetings;

import java.util.List;

/**
 * Who did what a predicate says.
 *
 * @param phrases one, or several joined by "and"
 * @param from the first word that tells it: of who, or of where and when before them
 * @param circumstances place and day that stand before the predicate in its own clause
 */
record Subject(List<Phrase> phrases, int from, Circumstances circumstances) {

  Subject(List<Phrase> phrases, int from) {
    this(phrases, from, Circumstances.none(from));
  }
}
