package org.pullquote.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Passage;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention.Form;

/**
 * Questions to begin with, made from whom and what an article names, and tried out: each is one
 * that the article answers, and no two by the same passage.
 */
final class Examples {

  private static final int MOST = 2;

  /** So many people and places are tried. */
  private static final int TRIED = 4;

  private Examples() {}

  /** A question and how surely the article answers it. */
  private record Tried(String question, double confidence, String passage) {

    /** "Who met", "Who is": the first two words. */
    String kind() {
      return question.substring(0, question.indexOf(' ', question.indexOf(' ') + 1));
    }
  }

  /** Up to two questions, in the article's language; none where nothing is answered well. */
  static List<String> of(Answerer answerer) {
    List<Tried> answered = new ArrayList<>();
    for (String question : candidates(answerer)) {
      if (answerer.answer(question) instanceof Quoted quoted
          && !quoted.evidence().getFirst().marks().isEmpty()) {
        Passage best = quoted.evidence().getFirst().quote().passage();
        answered.add(new Tried(question, quoted.confidence(), best.id()));
      }
    }
    answered.sort(Comparator.comparingDouble(tried -> -tried.confidence()));
    Set<String> passages = new HashSet<>();
    List<Tried> apart = answered.stream().filter(tried -> passages.add(tried.passage())).toList();
    Set<String> kinds = new HashSet<>();
    // One of each kind, as long as there are some.
    return Stream.concat(apart.stream().filter(tried -> kinds.add(tried.kind())), apart.stream())
        .distinct()
        .limit(MOST)
        .map(Tried::question)
        .toList();
  }

  private static Set<String> candidates(Answerer answerer) {
    Set<String> questions = new LinkedHashSet<>();
    for (Entity person : first(answerer, EntityKind.PERSON)) {
      questions.add("Who met " + person.name() + "?");
      questions.add("What did " + person.name() + " say?");
      questions.add("Who is " + person.name() + "?");
    }
    for (Entity place : first(answerer, EntityKind.PLACE)) {
      questions.add("What happened in " + place.name() + "?");
    }
    return questions;
  }

  /** Those whom the article calls by their names, and not only by what they are. */
  private static List<Entity> first(Answerer answerer, EntityKind kind) {
    Set<String> named =
        answerer.article().passages().stream()
            .flatMap(passage ->
                answerer.names().mentions(passage).stream()
                    .filter(mention -> mention.form() == Form.NAME)
                    .map(mention -> mention.span().in(passage.text())))
            .collect(Collectors.toSet());
    return answerer.names().entities().stream()
        .filter(entity -> entity.kind() == kind && named.contains(entity.name()))
        .limit(TRIED)
        .toList();
  }
}
