package org.pullquote.answer;

import java.util.List;
import java.util.Set;
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

  FalsePremise(String question, Context context, WhoIsWho names) {
    this.names = names;
    yesOrNo = QuestionShape.of(question, context.words()).yesOrNo();
    asked = people(names.mentions(question));
    doers = Clues.doers(question, names.mentions(question));
  }

  /** Whether words of a passage lack somebody of whom is asked, and speak of somebody else. */
  boolean in(Passage passage, List<Span> marks) {
    if (!yesOrNo || marks.isEmpty()) {
      return false;
    }
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
