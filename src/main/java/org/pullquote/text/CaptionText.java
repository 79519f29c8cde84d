package org.pullquote.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a text that is known to stand under a photo into caption and credit. As it is known what
 * the text is, more may be taken for a credit than in running text ({@link CreditLine}).
 *
 * @param caption the words, empty where there is only a credit
 * @param credit whose photo it is, empty where nobody is named
 */
public record CaptionText(String caption, String credit) {

  private static final String THING =
      "(?<!file )(?:photo(?:graph|graphy|s|grapher)?|pictures?|pics?|images?|illustrations?|graphics?"
          + "|video|screengrab|screenshot|credits?|source|courtesy)";

  private static final String LABEL =
      "(?:"
          + THING
          + "(?: (?:credits?|source|by|courtesy(?: of)?))?\\s*[:;|—–-]\\s*"
          + "|"
          + THING
          + " (?:credits?|source|by|courtesy(?: of)?),?\\s+"
          + "|courtesy(?: of)?\\s+|©\\s*|\\(c\\)\\s*|copyright:?\\s+)";

  /** A credit that is labelled as one, with or without brackets, to the end. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?<caption>|.*?[\\s.!?…”\"’'|–—(\\[-])(?i:"
              + LABEL
              + ")(?<credit>[^.!?]{2,160}|.{2,60})");

  private static final Pattern SIGN =
      Pattern.compile(
          "(?<caption>.*?)[\\s|–—-]*[(\\[]?\\s*(?:©|\\([cC]\\))\\s*(?<credit>.{2,120})");

  /** What an agency's name, and only that, ends: "… in Paris. Jane Doe/Getty Images". */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?<caption>.*[.!?…][”\"’')]*)\\s+[(\\[]?(?<credit>[^.!?()]{2,100}(?:\\.com)?)[)\\]]?");

  private static final Pattern BRACKETS =
      Pattern.compile("(?<caption>.+?)\\s*[(\\[](?<credit>[^()\\[\\]]{2,120})[)\\]]\\.?");

  private static final Pattern BARRED =
      Pattern.compile("(?<caption>.+?)\\s+(?:\\||/|•|·)\\s+(?<credit>[^|•·]{2,80})");

  private static final Pattern LEADING =
      Pattern.compile(
          "(?i)^(?:image caption|caption|image source|enlarge(?: this)? image|toggle caption"
              + "|hide caption|view image in fullscreen|open image in gallery|view gallery"
              + "|advertisement|skip advertisement)[,:]?\\s+");

  private static final Pattern TRAILING =
      Pattern.compile("(?i)\\s*(?:hide caption|toggle caption|view gallery|\\[\\+\\]|\\(\\s*\\))$");

  private static final Pattern LABEL_FIRST = Pattern.compile("(?i)^[(\\[]?\\s*" + LABEL);

  /** What stood between the words and the credit. */
  private static final Pattern SEPARATOR = Pattern.compile("[\\s(\\[|,/:–—-]+$");

  /** Parts a text under a photo. */
  public static CaptionText parse(String text) {
    String line = TRAILING.matcher(LEADING.matcher(text).replaceFirst("")).replaceFirst("").strip();
    return labelled(line)
        .or(() -> bracketed(line))
        .or(() -> CreditLine.parse(line, words -> false).map(CaptionText::of))
        .or(() -> signed(line))
        .orElseGet(() -> bare(line));
  }

  private static CaptionText of(CreditLine line) {
    return new CaptionText(line.caption(), credit(line.credit()));
  }

  private static Optional<CaptionText> labelled(String line) {
    return List.of(LABELLED, SIGN).stream()
        .map(pattern -> pattern.matcher(line))
        .filter(Matcher::matches)
        .filter(matcher ->
            matcher.group("caption").isBlank()
                || CreditLine.isCredit(credit(matcher.group("credit"))))
        .findFirst()
        .map(CaptionText::of);
  }

  private static Optional<CaptionText> bracketed(String line) {
    Matcher matcher = BRACKETS.matcher(line);
    return matcher.matches()
            && CreditLine.isCredit(credit(matcher.group("credit")))
            && (matcher.group("caption").matches(".*[.!?…][”\"’')]*")
                || CreditLine.namesAgency(matcher.group("credit")))
        ? Optional.of(of(matcher))
        : Optional.empty();
  }

  private static Optional<CaptionText> signed(String line) {
    for (Pattern pattern : List.of(SIGNED, BARRED)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches() && CreditLine.isSigned(matcher.group("credit"))) {
        return Optional.of(of(matcher));
      }
    }
    return Optional.empty();
  }

  /** Where the whole line is an agency's, there is no caption. */
  private static CaptionText bare(String line) {
    return CreditLine.isSigned(line) ? new CaptionText("", line) : new CaptionText(line, "");
  }

  private static CaptionText of(Matcher matcher) {
    return new CaptionText(
        SEPARATOR.matcher(matcher.group("caption")).replaceFirst(""),
        credit(matcher.group("credit")));
  }

  /** A credit without its label and brackets: "(Photo: Jane Doe)" is Jane Doe's. */
  public static String credit(String text) {
    String bare = text.strip();
    for (String before = ""; !before.equals(bare); ) {
      before = bare;
      bare = LABEL_FIRST.matcher(bare).replaceFirst("").strip();
      bare = unbracketed(bare);
    }
    return bare.replaceAll("[\\s.,;|]+$", "").strip();
  }

  private static String unbracketed(String text) {
    boolean opens = text.startsWith("(") || text.startsWith("[");
    boolean closes = text.endsWith(")") || text.endsWith("]");
    boolean within = text.indexOf('(') > 0 || text.indexOf('[') > 0;
    int from = opens ? 1 : 0;
    int to = closes && (opens || !within) ? text.length() - 1 : text.length();
    return from >= to ? "" : text.substring(from, to).strip();
  }
}
