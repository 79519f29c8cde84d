package org.pullquote.answer;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pullquote.article.Span;
import org.pullquote.names.Entity;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;

/**
 * Whom a question leaves out: "who else did she meet besides the mayor?" asks for others, and the
 * passage about the mayor must not come up by the words that leave him out.
 *
 * @param question without those words
 * @param excluded whom they name; empty where the question leaves nobody out
 * @param named whom the rest of the question names
 */
record Exclusion(String question, Set<Entity> excluded, Set<Entity> named) {

  /** Something must be left to ask. */
  private static final int SHORTEST = 5;

  /** Up to the next comma, or the end. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i),?\\s*\\b(?:besides|beside|apart from|aside from|other than|except(?: for)?|in addition to"
              + "|not counting) (?<whom>[^,?.!;]{2,60}),?");

  /** What a question leaves out; names that the article does not know leave out nothing. */
  static Exclusion of(String question, WhoIsWho names) {
    Matcher words = WORDS.matcher(question);
    if (!words.find()) {
      return none(question);
    }
    Span whom = new Span(words.start("whom"), words.end("whom"));
    Map<Boolean, Set<Entity>> entities =
        names.mentions(question).stream()
            .collect(
                Collectors.partitioningBy(
                    mention -> whom.contains(mention.span()),
                    Collectors.mapping(Mention::entity, Collectors.toSet())));
    Set<Entity> excluded = entities.getOrDefault(true, Set.of());
    String rest =
        (question.substring(0, words.start()) + " " + question.substring(words.end())).strip();
    return excluded.isEmpty() || rest.length() < SHORTEST
        ? none(question)
        : new Exclusion(rest, excluded, entities.getOrDefault(false, Set.of()));
  }

  private static Exclusion none(String question) {
    return new Exclusion(question, Set.of(), Set.of());
  }

  /** Whether a passage that speaks of these speaks of nobody who could be meant. */
  boolean leavesOut(Set<Entity> held) {
    return excluded.stream()
        .filter(held::contains)
        .anyMatch(entity ->
            held.stream()
                .filter(other -> other.kind() == entity.kind())
                .allMatch(other -> excluded.contains(other) || named.contains(other)));
  }
}
