package org.pullquote.meetings;

import java.util.List;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;

/**
 * The meetings that an article states: "met", "held talks with", "after meeting", "X and Y met".
 *
 * <p>Both sides have to be stated as people in the same sentence. What is planned, denied, doubted
 * or a condition is left out, and so is the present tense of a paragraph, which in news tells what
 * is to come; in headlines and captions it tells what has been.
 */
public final class Meetings {

  private Meetings() {}

  /**
   * Finds them, in reading order. A meeting that several passages state is there for each of them.
   *
   * @param who who is who in that article
   * @throws IllegalArgumentException if {@code who} is of another article
   */
  public static List<Meeting> of(Article article, WhoIsWho who) {
    return article.passages().stream().flatMap(p -> in(p, who).stream()).toList();
  }

  private static List<Meeting> in(Passage passage, WhoIsWho who) {
    List<Mention> mentions = who.mentions(passage);
    return passage.sentences().stream()
        .flatMap(sentence -> new MeetingFinder(passage, sentence, mentions).find().stream())
        .toList();
  }
}
