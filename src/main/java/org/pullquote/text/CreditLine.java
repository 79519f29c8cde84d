package org.pullquote.text;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pullquote.article.NameWords;

/**
 * A caption with the credit that ends it, told apart by how publishers write credits.
 *
 * @param caption the words under the photo, without the credit
 * @param credit whose photo it is
 */
public record CreditLine(String caption, String credit) {

  private static final int MOST_CREDIT_WORDS = 14;

  /** Agencies and words that only a credit has; enough where the form alone leaves doubt. */
  static final String AGENCY =
      "(?:REUTERS|Reuters|AP|A\\.P\\.|AFP|EPA|EFE|PA|DPA|dpa|TASS|Tass|ANSA|Xinhua|Kyodo|Yonhap"
          + "|KCNA|UPI|Getty(?: Images)?|GETTY(?: IMAGES)?|Alamy|Shutterstock|Bloomberg|Rex"
          + "|Associated Press|Press Association|Anadolu|Handout|HANDOUT|Courtesy|Supplied)";

  private static final String LABEL =
      "(?:Photo(?:graph|graphy|s)?|Picture|Pic|Image|Credit|Courtesy|Source|Illustration)";

  /** "… – REUTERS", "… - HARARE HERALD", "… — Jane Doe/AP". */
  private static final Pattern AFTER_DASH =
      Pattern.compile("(?<caption>.+)\\s[-–—]\\s+(?<credit>[^–—]{2,60})");

  /** "… (Photo: Haitham Imad)", "… (Adel Hana/Associated Press)". */
  private static final Pattern IN_BRACKETS =
      Pattern.compile("(?<caption>.+?)\\s*[(\\[](?<credit>[^()\\[\\]]{2,120})[)\\]]");

  /** "… Credit: DESMOND KWANDE/ AFP", "… Photograph: Jane Doe/Reuters", "… Photo by Jane Doe". */
  private static final Pattern AFTER_LABEL =
      Pattern.compile(
          "(?<caption>.+?)[\\s|–—-]*\\b(?<label>"
              + LABEL
              + "(?: credit)?(?::| by\\b))\\s*(?<credit>\\S.{1,100})");

  /** "… on Monday. JANE DOE/THE GLOBE", "… on Monday. Jane Doe/Getty Images". */
  private static final Pattern AFTER_SENTENCE =
      Pattern.compile("(?<caption>.+[.!?…][”\"’')]*)\\s+(?<credit>[^.!?()]{2,60}/[^.!?()]{2,60})");

  /** "… on Monday © Jane Doe". */
  private static final Pattern AFTER_SIGN =
      Pattern.compile("(?<caption>.+?)[\\s|–—-]*[(\\[]?©\\s*(?<credit>[^\\d()]{2,80}?)[)\\]]?");

  private static final Pattern RIGHTS = Pattern.compile("(?i).*\\b(?:rights|copyright)\\b.*");

  private static final int FEWEST_CAPTION_WORDS = 4;

  /** A whole line that is labelled as a credit: "Photo: AP", "(Photograph by Jane Doe)". */
  private static final Pattern ALONE =
      Pattern.compile(
          "[(\\[]?\\s*(?:(?i:(?:photo(?:graph|graphy|s)?|picture|pic|image|illustration)"
              + "(?: (?:credits?|source|by|courtesy(?: of)?))?|credits?|courtesy(?: of)?)"
              + "(?:\\s*[:,]\\s*|(?<=by|of|source|courtesy)\\s+)|©\\s*)"
              + "(?<credit>\\S[^()\\[\\]]{1,100}?)\\s*[)\\]]?\\.?");

  private static final Pattern DASH_FIRST = Pattern.compile("^[-–—]\\s*");

  private static final Pattern LABEL_FIRST =
      Pattern.compile(
          "(?i)" + LABEL + "(?: credit)?(?::| by\\b| courtesy of\\b)?\\s+(?<credit>.+)");
  private static final Pattern CAPITALISED = Pattern.compile("\\b\\p{Lu}");
  private static final Pattern UPPER_CASE =
      Pattern.compile("[^\\p{Ll}]*\\p{Lu}[^\\p{Ll}]*\\p{Lu}[^\\p{Ll}]*");
  private static final Pattern HAS_AGENCY =
      Pattern.compile("(?:^|.*[\\s/,(])" + AGENCY + "(?:$|[\\s/,).].*)");
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:(?:"
              + NameWords.CAPITALISED
              + "|of|the|for|and|via|by|"
              + NameWords.PARTICLES
              + "|/|&|\\|)[\\s,/]*+)++");

  /** How a news agency signs its text, which is no credit of a photo. */
  private static final Pattern SIGN_OFF =
      Pattern.compile("(?i)(?:additional )?(?:reporting|editing|writing|compiled|with)\\b.*");

  private static final Pattern SLASH = Pattern.compile("[^/]*\\p{L} ?/ ?\\p{L}[^/]*(?:/[^/]+)?");

  private static final Pattern HAS_YEAR = Pattern.compile("\\b\\d{4}\\b");

  /** In code units. */
  private static final int LONGEST_ALONE = 150;

  /** No caption is longer, in code units. */
  private static final int LONGEST = 1500;

  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?][\"'”’)]*");

  /**
   * The caption and its credit, if {@code text} ends with what publishers write as a credit.
   *
   * @param standsBare whether words stand by themselves elsewhere in the article: if they do, what
   *     a dash sets off behind them is a credit, whoever it is
   */
  public static Optional<CreditLine> parse(String text, Predicate<String> standsBare) {
    return text.length() > LONGEST
        ? Optional.empty()
        : afterLabel(text)
            .or(() -> inBrackets(text, standsBare))
            .or(() -> afterDash(text, standsBare))
            .or(() -> afterSentence(text))
            .or(() -> afterSign(text));
  }

  /**
   * The credit that a whole line is: "Getty Images", "(Photo: AP)", "– REUTERS", "JANE DOE/THE
   * GLOBE". Names alone are none.
   */
  public static Optional<String> alone(String text) {
    if (text.length() > LONGEST_ALONE) {
      return Optional.empty();
    }
    String bare = DASH_FIRST.matcher(text).replaceFirst("").strip();
    Matcher labelled = ALONE.matcher(bare);
    if (labelled.matches()) {
      String credit = labelled.group("credit");
      boolean names = isCredit(credit) && !SENTENCE_END.matcher(credit).matches();
      return names && !HAS_YEAR.matcher(credit).find() ? Optional.of(credit) : Optional.empty();
    }
    String inner = CaptionText.credit(bare);
    boolean shouted = UPPER_CASE.matcher(inner).matches() && SLASH.matcher(inner).matches();
    return isSigned(inner) || (shouted && isCredit(inner)) ? Optional.of(inner) : Optional.empty();
  }

  private static Optional<CreditLine> afterSentence(String text) {
    Matcher matcher = AFTER_SENTENCE.matcher(text);
    return matcher.matches() && isSlashed(matcher.group("credit").strip())
        ? of(matcher.group("caption"), matcher.group("credit"))
        : Optional.empty();
  }

  /**
   * Names or capitals on both sides of a slash, one of which is an agency or all of it capitals.
   */
  private static boolean isSlashed(String credit) {
    boolean shouted = UPPER_CASE.matcher(credit).matches() && credit.contains(" ");
    return SLASH.matcher(credit).matches()
        && (shouted || isSigned(credit))
        && credit.split("\\s+").length <= MOST_CREDIT_WORDS;
  }

  private static Optional<CreditLine> afterSign(String text) {
    Matcher matcher = AFTER_SIGN.matcher(text);
    return matcher.matches()
            && matcher.group("caption").split("\\s+").length >= FEWEST_CAPTION_WORDS
            && !RIGHTS.matcher(text).matches()
            && isNames(matcher.group("credit").strip())
        ? of(matcher.group("caption"), matcher.group("credit"))
        : Optional.empty();
  }

  private static Optional<CreditLine> afterLabel(String text) {
    Matcher matcher = AFTER_LABEL.matcher(text);
    return matcher.matches() && !matcher.group("caption").endsWith("(")
        ? of(matcher.group("caption"), matcher.group("credit"))
            .filter(line -> isNames(line.credit) || hasAgency(line.credit))
        : Optional.empty();
  }

  private static Optional<CreditLine> inBrackets(String text, Predicate<String> standsBare) {
    Matcher matcher = IN_BRACKETS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String caption = matcher.group("caption");
    String credit = matcher.group("credit").strip();
    Matcher labelled = LABEL_FIRST.matcher(credit);
    if (labelled.matches()) {
      return of(caption, labelled.group("credit"));
    }
    boolean sentence = SENTENCE_END.matcher(caption).matches();
    boolean severalNames = isNames(credit) && (credit.contains("/") || credit.contains(" "));
    boolean agency = hasAgency(credit) && !sentence && !abbreviates(credit, caption);
    boolean credited =
        !SIGN_OFF.matcher(credit).matches()
            && (agency
                || (severalNames && (sentence || credit.contains("/")))
                || standsBare.test(caption));
    return credited ? of(caption, credit) : Optional.empty();
  }

  /** "The Palestinian Authority (PA)": the capitals are those of the words before them. */
  private static boolean abbreviates(String credit, String caption) {
    StringBuilder initials = new StringBuilder();
    CAPITALISED.matcher(caption).results().forEach(word -> initials.append(word.group().charAt(0)));
    return initials.toString().endsWith(credit);
  }

  private static Optional<CreditLine> afterDash(String text, Predicate<String> standsBare) {
    Matcher matcher = AFTER_DASH.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String credit = matcher.group("credit").strip();
    boolean shouted = UPPER_CASE.matcher(credit).matches() && credit.contains(" ");
    // Newspapers end an agency's text with its name, too: "… the minister said. – AFP".
    boolean signOff = SENTENCE_END.matcher(matcher.group("caption")).matches();
    boolean agency = hasAgency(credit) && isNames(credit) && (!signOff || credit.contains("/"));
    boolean credited =
        !SENTENCE_END.matcher(credit).matches()
            && ((shouted && !signOff) || agency || standsBare.test(matcher.group("caption")));
    return credited ? of(matcher.group("caption"), credit) : Optional.empty();
  }

  /** Whether words that are labelled as a credit can be one: names, or an agency's. */
  public static boolean isCredit(String words) {
    return !words.isEmpty()
        && words.split("\\s+").length <= MOST_CREDIT_WORDS
        && !SIGN_OFF.matcher(words).matches()
        && (isNames(words) || hasAgency(words) || UPPER_CASE.matcher(words).matches());
  }

  /** Whether words without a label are a credit, because an agency's name is in them. */
  public static boolean isSigned(String words) {
    return isCredit(words) && isNames(words) && hasAgency(words);
  }

  /** Whether an agency is named. */
  public static boolean namesAgency(String words) {
    return hasAgency(words);
  }

  private static boolean hasAgency(String credit) {
    return HAS_AGENCY.matcher(credit).matches();
  }

  private static boolean isNames(String credit) {
    return NAMES.matcher(credit).matches();
  }

  private static Optional<CreditLine> of(String caption, String credit) {
    String words = caption.strip();
    return words.isEmpty() || credit.split("\\s+").length > MOST_CREDIT_WORDS
        ? Optional.empty()
        : Optional.of(new CreditLine(words, credit.strip()));
  }
}
