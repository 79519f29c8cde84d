package org.pullquote.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pullquote.article.NameWords;
import org.pullquote.text.ReadResult.Reason;

/**
 * What belongs to the page and not to the article: controls, promotions, bylines. It goes by what
 * such lines look like anywhere, and leaves in what it is not sure of.
 */
public final class Furniture {

  /** A line with more words is hardly a control or a sub-heading. */
  private static final int MOST_LABEL_WORDS = 12;

  private static final Set<String> CONTROLS =
      Set.of(
          ("advertisement|audio|bookmark|close|comment|comments|copy link|email|facebook|"
                  + "flipboard|follow|gift|gift this article|leave a comment|like|linkedin|listen|"
                  + "listen to this article|live|login|log in|menu|next|post a comment|previous|"
                  + "print|read more|register|reddit|save|save article|search|see more|share|"
                  + "share article|share this|share this article|show all|show more|sign in|"
                  + "sign up|skip advertisement|skip to content|social sharing|speed read|"
                  + "sponsored|subscribe|summary|transcript|tweet|twitter|video|view comments|"
                  + "view gallery|watch|watch now|whatsapp|x")
              .split("\\|"));

  /** In code units. */
  private static final int LONGEST_CONTROL = 150;

  private static final int LONGEST_POINTER = 250;

  private static final List<Pattern> CONTROL_FORMS =
      patterns(
          "(?:all )?comments? \\(?\\d+\\)?",
          "\\d+ comments?",
          "[\\W_]+",
          "(?:©|copyright\\b|follow us\\b).{0,100}",
          "[^.!?]{1,40} [>»›] [^.!?]{1,100}",
          "\\d+ (?:second|minute|min|hour|day|week)s? ago",
          "(?:duration )?\\d{1,2}:\\d\\d(?::\\d\\d)?",
          "(?:dive deeper ?)?\\(?\\d+[ -]min(?:ute)?s?(?: read)?\\)?",
          "please .{0,60} comments? .{0,60}",
          "click here\\b.{0,80}",
          "(?:facebook|twitter|x|flipboard|whatsapp|linkedin|reddit|email|print|comments?|share|save"
              + "|copy link|telegram|messenger|pinterest|[ ,|•·/])++");

  /** A pointer to another page: the words are another article's. */
  private static final Pattern POINTER =
      Pattern.compile(
          "(?:read more|read also|also read|read next|see also|more on this|related|watch|listen"
              + "|more|recommended|explainer|in pictures|don't miss)\\s*[:|»>→-].{0,200}");

  /** What stands for a picture where a page was copied: its caption, if any, is another line. */
  private static final Pattern ALT_TEXT =
      Pattern.compile("(?is)\\[(?:image|photo|picture|video|graphic|alt)\\b[^\\]]*\\]");

  /** Where the article is over: what follows is about the author, other articles or the reader. */
  private static final Pattern END =
      Pattern.compile(
          "(?:about the authors?|related (?:stories|topics|articles|content|links|news)"
              + "|more (?:from|in|on|stories)\\b.{0,40}|read next|recommended(?: for you)?"
              + "|you (?:may|might) also like|most (?:read|popular)|(?:all )?comments?(?: \\d+)?"
              + "|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)"
              + "|trending(?: now)?|sponsored (?:content|stories)|topics|tags)");

  /** Names of people, and nothing but names: "Jane Doe and John van Roe". */
  private static final String NAMES =
      NameWords.CAPITALISED
          + "(?: (?:"
          + NameWords.CAPITALISED
          + "|and|"
          + NameWords.PARTICLES
          + ")){0,7} ?";

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?i:by|words by|story by|reporting by|written by) "
              + NAMES
              + "(?:[,|·•].{0,80})?"
              + "|"
              + NAMES
              + " ?[·|•] .{0,120}"
              + "|(?i:our|the) (?:\\p{L}+ )?(?i:foreign )?(?i:staff|correspondent|reporters?)"
              + "|(?i:with files from) .{3,100}"
              + "|\\p{Lu}[\\p{L}.,' ]{2,40} [—–-]");

  private static final Pattern MORE_REPORTING =
      Pattern.compile("(?i)(?:with )?(?:additional|further) reporting (?:by|from) .{3,100}");

  static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private static final Pattern DATE_LINE =
      Pattern.compile(
          "(?:(?:published|posted|updated|last updated|first published|date)\\b:?.{0,80}\\d.{0,40}"
              + "|(?:\\p{L}+day,? )?\\d{1,2}(?:st|nd|rd|th)? "
              + MONTH
              + "\\.?,? \\d{4}.{0,40}"
              + "|(?:\\p{L}+day,? )?"
              + MONTH
              + "\\.? \\d{1,2},? \\d{4}.{0,40}"
              + "|\\d{4}-\\d\\d-\\d\\d.{0,30}"
              + "|\\d{1,2}[./]\\d{1,2}[./]\\d{4}.{0,30})");

  private static final Pattern ABOUT_AUTHOR =
      Pattern.compile(
          "is an? [^.]{0,60}\\b(?:reporter|correspondent|editor|producer|journalist|writer"
              + "|columnist|contributor)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+");

  private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"");

  /** Words that address the reader as a customer. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\b(?:you|your|yours|our|us|now|today)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern PRICE =
      Pattern.compile("(?:[$£€]\\s?\\d|\\d\\s?(?:p|€|%) (?:off|discount))");

  private static final Pattern OFFER =
      Pattern.compile(
          "\\b(?:subscri(?:be|ption|ber)s?|sign up|newsletter|free trial|free for \\d+ \\p{L}+"
              + "|\\d+ (?:months?|weeks?|year) (?:free|for)|unlimited access|exclusive offer"
              + "|download (?:the|our) app|get the .{0,30}\\bapp|support (?:our|independent) "
              + "journalism|donate)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern IMPERATIVE =
      Pattern.compile(
          "\\s*(?:try|subscribe|sign up|join|get|download|follow|click|support|donate"
              + "|register|enjoy|discover|become)\\b(?! for\\b)",
          Pattern.CASE_INSENSITIVE);

  /** How sites ask for something, or speak of themselves, whatever the article is about. */
  private static final Pattern HOUSE_NOTE =
      Pattern.compile(
          "(?:got a story\\b|do you have a story\\b|for more (?:stories|news)\\b|follow .{2,60} on"
              + " (?:twitter|x|facebook|instagram|google news|whatsapp|youtube|flipboard|threads)\\b"
              + "|for the latest .{0,100}\\b(?:sign up|subscribe|follow|newsletters?)\\b|click here\\b"
              + "|this (?:article|story|page) (?:contains|includes) affiliate links|we may earn a"
              + " commission|ad ?block users\\b|our standards: |this site is protected by recaptcha"
              + "|all rights reserved|you can (?:also )?(?:sign up|subscribe)|sign up (?:for|to)"
              + " .{0,60}\\b(?:newsletters?|alerts?|briefings?|emails?|inbox)\\b"
              + "|to view this video please enable).*");

  private static final int MOST_QUESTION_WORDS = 15;
  private static final Pattern QUESTION = Pattern.compile("[^“\"‘.!?]+\\?");

  private static final Pattern LIST_ITEM = Pattern.compile("(?:[•●▪◦*–-]|\\d{1,2}[.)])\\s.*");

  private Furniture() {}

  private static List<Pattern> patterns(String... expressions) {
    return List.of(expressions).stream().map(Pattern::compile).toList();
  }

  /** Why a block is not part of the article, if by its look it is not. */
  public static Optional<Reason> reason(Block block) {
    return reasonButHeading(block)
        .or(() -> isHeading(block) ? Optional.of(Reason.CROSSHEAD) : Optional.empty());
  }

  /** The same, of a block that is known to be no heading. */
  public static Optional<Reason> reasonButHeading(Block block) {
    String key = block.key();
    if (key.length() <= LONGEST_CONTROL
        && (CONTROLS.contains(key)
            || CONTROL_FORMS.stream().anyMatch(form -> form.matcher(key).matches()))) {
      return Optional.of(Reason.PAGE_CONTROL);
    }
    if (key.length() <= LONGEST_POINTER && POINTER.matcher(key).matches()) {
      return Optional.of(Reason.CROSSHEAD);
    }
    if (isByline(block) || MORE_REPORTING.matcher(block.text()).matches()) {
      return Optional.of(Reason.BYLINE);
    }
    if (ALT_TEXT.matcher(block.text()).matches()) {
      return Optional.of(Reason.ALT_TEXT);
    }
    return isPromotion(block.text()) || HOUSE_NOTE.matcher(key).matches()
        ? Optional.of(Reason.PROMOTION)
        : Optional.empty();
  }

  /** Whether the article is over where this block begins. */
  public static boolean isEnd(Block block) {
    return END.matcher(block.key()).matches();
  }

  /** Whether it says who one of {@code authors} is. */
  public static boolean isAboutAuthor(Block block, List<String> authors) {
    return authors.stream()
        .filter(author -> block.text().startsWith(author + " "))
        .anyMatch(
            author -> ABOUT_AUTHOR.matcher(block.text().substring(author.length() + 1)).matches());
  }

  /** Whether it is a byline or a date by its look. */
  static boolean isByline(Block block) {
    return block.words() <= MOST_LABEL_WORDS + 8
        && !block.endsSentence()
        && (BYLINE.matcher(block.text()).matches() || DATE_LINE.matcher(block.key()).matches());
  }

  /** Outside quoted speech it tells the reader to take an offer, and addresses them. */
  private static boolean isPromotion(String text) {
    String own = QUOTED.matcher(text).replaceAll(" ");
    return ADDRESS.matcher(own).find()
        && SENTENCES.splitAsStream(own).anyMatch(sentence -> offers(sentence));
  }

  private static boolean offers(String sentence) {
    return IMPERATIVE.matcher(sentence).lookingAt()
        && (PRICE.matcher(sentence).find() || OFFER.matcher(sentence).find());
  }

  /**
   * A short line that is no sentence, one in capitals, and a lone question outside quotation marks
   * head a section or link elsewhere; a question answers nothing, so little is lost if it does not.
   */
  private static boolean isHeading(Block block) {
    String text = block.text();
    return !LIST_ITEM.matcher(text).matches()
        && (block.isCapitals()
            || (!block.endsSentence() && block.words() <= MOST_LABEL_WORDS)
            || (QUESTION.matcher(text).matches() && block.words() <= MOST_QUESTION_WORDS));
  }
}
