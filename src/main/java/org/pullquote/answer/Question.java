package org.pullquote.answer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
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
    return mentions.stream().map(Mention::entity).collect(Collectors.toSet());
  }

  /** Whose photo may be asked for: Doe in "the photo of Doe in Seoul". */
  Set<Entity> pictured() {
    return mentions.stream()
        .filter(mention -> {
          String before = text.substring(0, mention.span().start());
          return mention.entity().kind() == EntityKind.PERSON
              ? !IN.matcher(before).find()
              : mention.entity().kind() == EntityKind.OTHER && OF.matcher(before).find();
        })
        .map(Mention::entity)
        .collect(Collectors.toSet());
  }

  /** Those after "by": "was she welcomed by the mayor?" is answered by who else it was. */
  Set<Entity> doers() {
    return mentions.stream()
        .filter(mention -> BY.matcher(text.substring(0, mention.span().start())).find())
        .map(Mention::entity)
        .collect(Collectors.toSet());
  }
}
