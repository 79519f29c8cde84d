package org.pullquote.telegram;

import java.util.Set;
import org.pullquote.library.ArticleDesk;

/**
 * Who may add articles, and where.
 *
 * @param admins numeric ids of users
 */
public record Editing(Set<Long> admins, ArticleDesk desk) {

  public Editing {
    admins = Set.copyOf(admins);
  }
}
