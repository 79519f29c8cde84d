package org.pullquote.answer;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pullquote.article.Passage;
import org.pullquote.article.Span;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;

/**
 * Tells where yes or no is asked of some people and the words that would answer are of others: "Did
 * Putin meet Kim?", "<u>Kim meets the minister</u> as Putin woos his country".
 */
final class FalsePremise {

  private static final Set<EntityKind> PEOPLE = Set.of(EntityKind.PERSON, EntityKind.OTHER);

  private final WhoIsWho names;
  private final boolean yesOrNo;
  private final Set<Entity> asked;
  private final Set<Entity> doers;

  /**
   * @param names of the article that is asked about
   */
  FalsePremise(Question question, WhoIsWho names) {
    this.names = names;
    // Words that somebody says need not be about them.
    yesOrNo = question.shape().yesOrNo() && !question.shape().speech();
    asked = people(question.mentions());
    doers = question.doers();
  }

  /**
   * Whether words of a passage lack somebody of whom is asked, and speak of somebody else.
   *
   * @param marks of the passage; called upon only where yes or no is asked
   */
  boolean in(Passage passage, Supplier<List<Span>> marks) {
    return yesOrNo && in(passage, marks.get());
  }

  private boolean in(Passage passage, List<Span> marks) {
    Set<Entity> marked =
        people(
            names.mentions(passage).stream()
                .filter(mention -> marks.stream().anyMatch(mention.span()::overlaps))
                .toList());
    boolean lacks =
        asked.stream().anyMatch(each -> !marked.contains(each) && !doers.contains(each));
    return lacks && !asked.containsAll(marked);
  }

  /** The people, and what may be one. */
  private static Set<Entity> people(List<Mention> mentions) {
    return mentions.stream()
        .map(Mention::entity)
        .filter(entity -> PEOPLE.contains(entity.kind()))
        .collect(Collectors.toSet());
  }
}
