package org.pullquote.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Metadata;
import org.pullquote.article.NameWords;

/**
 * Takes authors and the date of publication out of the lines between headline and text, where they
 * are sure; as they are written. What is updated is not published, an hour is no date, and "Jane
 * Doe in Seoul" is a byline only where nobody of that name is spoken of.
 */
final class Bylines {

  private static final String NAME =
      NameWords.CAPITALISED
          + "(?: (?:(?:"
          + NameWords.PARTICLES
          + ") )?"
          + NameWords.CAPITALISED
          + "){1,3}";

  private static final String IN_PLACE =
      " in " + NameWords.CAPITALISED + "(?: " + NameWords.CAPITALISED + ")?";

  private static final String AND_ONE = ",? (?:and|&) ";

  private static final String WRITTEN_BY = "(?i:by|words by|story by|reporting by|written by):? ";

  private static final Pattern BY =
      Pattern.compile(
          WRITTEN_BY
              + "(?<names>"
              + NAME
              + "(?:"
              + AND_ONE
              + NAME
              + "|"
              + IN_PLACE
              + AND_ONE
              + NAME
              + "(?="
              + IN_PLACE
              + "))?)(?:\\s*[,|·•–—(-].{0,120}|\\s+(?i:in) "
              + NameWords.CAPITALISED
              + ".{0,30}|)");

  /** "By Jane Doe, John Roe and Jim Poe": the last "and" shows that all are people. */
  private static final Pattern BY_SEVERAL =
      Pattern.compile(
          WRITTEN_BY + "(?<names>" + NAME + "(?:, " + NAME + "){1,3},? and " + NAME + ")");

  private static final String SOMEBODY_SOMEWHERE = NAME + IN_PLACE;

  private static final Pattern IN =
      Pattern.compile(SOMEBODY_SOMEWHERE + "(?:,? and " + SOMEBODY_SOMEWHERE + ")?");

  /** "Jane Doe and John Roe", with nothing else in the line. */
  private static final Pattern TWO = Pattern.compile(NAME + AND_ONE + NAME);

  private static final Pattern AND = Pattern.compile(AND_ONE + "|, ");

  /** A byline names such instead of a person. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?i).*\\b(?:staff|editors?|correspondents?|reporters?|agenc(?:y|ies)|news|desk|team|press"
              + "|reuters|afp|times|post|bureau|online|service|tv|bbc|cnn|royal|the)\\b.*");

  private static final String TIME =
      "(?:(?:,| at| •| \\||)? \\d{1,2}[:.]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4}\\b)?)?";

  private static final Pattern DATE =
      Pattern.compile(
          "(?i:\\d{1,2}(?:st|nd|rd|th)? "
              + Furniture.MONTH
              + "\\.?,? \\d{4}|"
              + Furniture.MONTH
              + "\\.? \\d{1,2},? \\d{4}|\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+(?:Z|[+-][\\d:]+)?)?"
              + "|\\d{1,2}[./]\\d{1,2}[./]\\d{4})"
              + TIME);

  private static final Pattern UPDATED = Pattern.compile("(?i)(?:last )?(?:updated|modified)\\b");

  /** In code units. */
  private static final int LONGEST = 200;

  /** How often each word stands in the text. */
  private final Map<String, Integer> words = new HashMap<>();

  private List<String> authors = List.of();
  private @Nullable String published;

  Bylines(List<Block> blocks) {
    blocks.stream()
        .flatMap(block -> Words.of(block.text()).stream())
        .forEach(word -> words.merge(word, 1, Integer::sum));
  }

  /** What the lines that were noted tell. */
  Metadata metadata() {
    return new Metadata(null, null, authors, published, null, null, List.of());
  }

  /**
   * Takes what a line before the text tells, the first line of several.
   *
   * @return whether the line is a byline or a date and nothing else
   */
  boolean note(Block block) {
    String text = block.text();
    if (text.length() > LONGEST || block.role() != Role.UNTOLD || block.endsSentence()) {
      return false;
    }
    List<String> names = names(text);
    if (authors.isEmpty()) {
      authors = names;
    }
    Matcher date = DATE.matcher(text);
    boolean dated =
        date.find()
            && !UPDATED.matcher(text.substring(0, date.start())).find()
            && (!names.isEmpty() || Furniture.isByline(block));
    if (dated && published == null) {
      published = date.group().strip();
    }
    return !names.isEmpty();
  }

  private List<String> names(String text) {
    Matcher several = BY_SEVERAL.matcher(text);
    Matcher by = BY.matcher(text);
    if (several.matches()) {
      return people(AND.splitAsStream(several.group("names")));
    }
    if (by.matches()) {
      return people(AND.splitAsStream(by.group("names")).map(Bylines::withoutPlace));
    }
    return IN.matcher(text).matches() || TWO.matcher(text).matches() ? strangers(text) : List.of();
  }

  private List<String> strangers(String text) {
    List<String> names = Arrays.stream(text.split(AND_ONE)).map(Bylines::withoutPlace).toList();
    boolean strangers =
        names.stream().allMatch(name -> Words.of(name).stream().allMatch(this::isOnce));
    return strangers ? people(names.stream()) : List.of();
  }

  private static String withoutPlace(String name) {
    return name.replaceFirst(" in .*", "");
  }

  private boolean isOnce(String word) {
    return words.getOrDefault(word, 0) <= 1;
  }

  private static List<String> people(Stream<String> names) {
    List<String> all = names.map(String::strip).toList();
    return all.stream().anyMatch(name -> NOBODY.matcher(name).matches()) ? List.of() : all;
  }
}
