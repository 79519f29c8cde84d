package org.pullquote.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pullquote.answer.Ranker.Ranked;
import org.pullquote.article.Span;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention;
import org.pullquote.names.Mention.Form;
import org.pullquote.names.WhoIsWho;

/**
 * Chooses which passages to show and in what order: where somebody is asked for and the words set
 * off in the first only say what they are ("Russia's defence minister"), one that says the name
 * comes before it.
 */
final class NameOverRole {

  private static final Pattern OFFICE =
      Pattern.compile("(?i)\\b(?:job|role|title|position|post|office|profession)\\b");

  private final WhoIsWho names;
  private final Set<Entity> asked;
  private final boolean whoIsAsked;

  /**
   * @param question of which those it names need not be named in the answer
   * @param names of the article that is asked about
   */
  NameOverRole(Question question, WhoIsWho names) {
    this.names = names;
    asked = question.named();
    whoIsAsked =
        question.shape().type() == AnswerType.PERSON && !OFFICE.matcher(question.text()).find();
  }

  /**
   * A passage to show, with what is set off in it.
   *
   * @param coverage how much of the question it holds, 0 to 1
   */
  record Marked(Ranked ranked, List<Span> marks, double coverage) {}

  /**
   * The passages to show. Where the name stands in one of the others that holds as much of the
   * question, that is shown too: that its words mean the same person says more than how likely it
   * seemed by itself.
   *
   * @param close those to be shown as they are, best first; not empty
   * @param further the next ones; looked at only where the best does not name whom it describes
   */
  List<Marked> shown(List<Marked> close, Stream<Marked> further) {
    Marked best = close.getFirst();
    Set<Entity> described = described(best);
    if (described.isEmpty()) {
      return close;
    }
    Optional<Marked> naming =
        Stream.concat(close.stream(), further)
            .filter(each -> each.coverage() >= best.coverage())
            .filter(each -> marked(each, Form.NAME).anyMatch(described::contains))
            .findFirst();
    return Stream.concat(naming.stream(), close.stream()).distinct().toList();
  }

  /** Whom the words set off mean without a name. */
  private Set<Entity> described(Marked first) {
    return !whoIsAsked || marked(first, Form.NAME).findAny().isPresent()
        ? Set.of()
        : marked(first, Form.ROLE)
            .filter(entity -> !asked.contains(entity))
            .collect(Collectors.toSet());
  }

  /** The people whom the words set off mean in one way. */
  private Stream<Entity> marked(Marked each, Form form) {
    return names.mentions(each.ranked().passage()).stream()
        .filter(mention -> mention.form() == form)
        .filter(mention -> mention.entity().kind() == EntityKind.PERSON)
        .filter(mention -> each.marks().stream().anyMatch(mention.span()::overlaps))
        .map(Mention::entity);
  }
}
