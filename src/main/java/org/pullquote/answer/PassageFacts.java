package org.pullquote.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Speech;
import org.pullquote.names.Entity;
import org.pullquote.names.Mention;
import org.pullquote.names.WhoIsWho;

/** What is true of an article's passages whatever is asked: read once, when the article is. */
public final class PassageFacts {

  private static final Pattern QUOTED = Pattern.compile("[“\"][^”\"]{15,}[”\"]");

  private final WhoIsWho names;
  private final Map<String, Facts> facts = new HashMap<>();

  /**
   * Of one passage.
   *
   * @param entities whom and what it speaks of
   * @param speaks whether somebody is quoted or said to say something
   * @param speaker who speaks, where it is known who that is
   */
  record Facts(Set<Entity> entities, boolean speaks, Optional<Entity> speaker) {}

  public PassageFacts(Article article, WhoIsWho names) {
    this.names = names;
    for (Passage passage : article.passages()) {
      facts.put(
          passage.id(),
          new Facts(
              names.mentions(passage).stream().map(Mention::entity).collect(Collectors.toSet()),
              QUOTED.matcher(passage.text()).find() || Speech.in(passage).speaker() != null,
              names.speaker(passage)));
    }
  }

  /** Who is who in the article. */
  public WhoIsWho names() {
    return names;
  }

  Facts of(Passage passage) {
    Facts found = facts.get(passage.id());
    if (found == null) {
      throw new IllegalArgumentException("not a passage of this article: " + passage.id());
    }
    return found;
  }
}
