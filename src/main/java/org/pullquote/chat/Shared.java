package org.pullquote.chat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A passage to pass on, as it is typed after the bot's name by the button that shares it: {@code
 * p5} where there is one article, else with the edition of its article behind it.
 *
 * @param passage the id of the passage
 * @param edition of its article
 */
record Shared(String passage, String edition) {

  private static final Pattern FORM =
      Pattern.compile("(?<passage>[a-z0-9]{1,20}) (?<edition>[0-9a-f]{12})");

  static Optional<Shared> read(String typed) {
    Matcher form = FORM.matcher(typed);
    return form.matches()
        ? Optional.of(new Shared(form.group("passage"), form.group("edition")))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return passage + " " + edition;
  }
}
