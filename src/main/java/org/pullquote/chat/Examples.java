package org.pullquote.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answerer;
import org.pullquote.article.Passage;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;

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
  private record Tried(String question, double confidence, String passage) {}

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
    return answered.stream()
        .filter(tried -> passages.add(tried.passage()))
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

  private static List<Entity> first(Answerer answerer, EntityKind kind) {
    return answerer.names().entities().stream()
        .filter(entity -> entity.kind() == kind)
        .limit(TRIED)
        .toList();
  }
}
