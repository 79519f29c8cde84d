package org.pullquote.answer;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pullquote.names.Entity;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;

/**
 * A question, with what is read off it once.
 *
 * @param text in the reader's words
 * @param shape what it asks for
 * @param mentions whom and what it names, in order
 */
record Question(String text, QuestionShape shape, List<Mention> mentions) {

  private static final Pattern BY = Pattern.compile("(?i)\\bby (?:the )?$");
  private static final Pattern IN = Pattern.compile("(?i)\\b(?:in|at|near|from) $");
  private static final Pattern OF = Pattern.compile("(?i)\\bof $");

  /**
   * Reads one.
   *
   * @param context what it follows upon
   * @param names of the article that is asked about
   */
  static Question of(String text, Context context, WhoIsWho names) {
    return new Question(text, QuestionShape.of(text, context.words()), names.mentions(text));
  }

  /** Whom and what it names. */
  Set<Entity> named() {
    return those(mention -> true);
  }

  /** Of whom a photo's credit is asked: Doe in "who took the photo of Doe in Seoul?". */
  Set<Entity> pictured() {
    return shape.credit() ? those(this::mayBePictured) : Set.of();
  }

  private boolean mayBePictured(Mention mention) {
    return switch (mention.entity().kind()) {
      case PERSON -> !isBehind(IN, mention);
      case OTHER -> isBehind(OF, mention);
      default -> false;
    };
  }

  /**
   * Those after "by" where yes or no is asked: "was she welcomed by the mayor?" is answered by who
   * else it was.
   */
  Set<Entity> doers() {
    return shape.yesOrNo() ? those(mention -> isBehind(BY, mention)) : Set.of();
  }

  private Set<Entity> those(Predicate<Mention> which) {
    return mentions.stream().filter(which).map(Mention::entity).collect(Collectors.toSet());
  }

  private boolean isBehind(Pattern words, Mention mention) {
    return words.matcher(text.substring(0, mention.span().start())).find();
  }
}
