package org.pullquote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks in a passage, and through whom the words came, where the passage itself says so: as
 * ranges of its text, never as words of ours. Quotation marks alone do not make speech: a name or a
 * slogan in quotes has no speaker.
 *
 * @param speaker who said it, or null
 * @param via the report or outlet it came through, or null
 */
public record Speech(@Nullable Span speaker, @Nullable Span via) {

  private static final Speech NOBODY = new Speech(null, null);

  private static final String SAID =
      "(?:said|says|told|tells|added|adds|wrote|writes|stated|states|argued|argues|explained|warned"
          + "|claimed|noted|stressed|insisted|tweeted|posted|replied|announced|concluded|declared"
          + "|recalled|admitted|asked|continued|lamented|suggested)";

  /** Verbs of speech only where a person is the subject: imagery indicates, too. */
  private static final String CONVEYED = "(?:indicated|pledged|vowed|promised|denied|confirmed)";

  private static final String CLOSING = "(?<=[,.?!…][”\"’']|[”\"][,.])\\s+";

  /** One character of a speaker's description: no quotation mark, no end of a sentence. */
  private static final String IN_NAME =
      "(?:[^“”\".;:!?()]|(?<=\\b(?:Mr|Ms|Mrs|Dr|Gen|Sen|Rep|Gov|Prof|Lt|Col|St))\\.|\\.(?! \\p{Lu}|$))";

  private static final String NAME = IN_NAME + "{2,150}?";
  private static final String HAS = "(?: has| have| had)? ";

  /** "…," the statement quoted Mr Shoigu as saying. */
  private static final Pattern QUOTED_AS_SAYING =
      Pattern.compile(
          CLOSING + "(?<via>" + NAME + ") quoted (?<speaker>" + NAME + ") as saying\\b");

  /** "…," Jane Doe, an expert, told … */
  private static final Pattern QUOTE_NAME_SAID =
      Pattern.compile(CLOSING + "(?<speaker>" + NAME + "),?" + HAS + SAID + "\\b");

  /** "…," said Jane Doe, an expert. */
  private static final Pattern QUOTE_SAID_NAME =
      Pattern.compile(CLOSING + SAID + " (?<speaker>" + NAME + ")(?=[,;]|\\.(?: |$)|$)");

  /** It is seen as a risk, said Jane Doe, an expert. */
  private static final Pattern SAID_NAME =
      Pattern.compile(", (?:said|says) (?<speaker>" + NAME + ")(?=[,;]|\\.(?: |$)|$)");

  /** Jane Doe, 58, said that …; Jane Doe said “…; After the talks, Jane Doe indicated … */
  private static final Pattern NAME_SAID =
      Pattern.compile(
          "^(?:[^“”\",.]{2,90}, )?(?<speaker>\\p{Lu}[^“”\",.;:!?()]{1,60}?"
              + "(?:, [^“”\".;:!?()]{1,90}(?=,))?),?"
              + HAS
              + "(?:"
              + SAID
              + "\\b(?=(?<between>[^.]*?)(?: that\\b|[“\"‘]))|(?<conveyed>said|says|told|"
              + CONVEYED.substring("(?:".length())
              + "\\b(?<rest>.{0,30}))");

  /** It could rise, the council said in a statement. */
  private static final Pattern TRAILING =
      Pattern.compile(
          ", (?<speaker>(?:(?:the|a|an) )?[^“”\",.;:!?()]{2,50}?) (?:said|says|told|added)\\b"
              + "[^“”\",.]{0,60}\\.$");

  /** Another speaker in the same sentence: "…, but Jane Doe insisted". */
  private static final Pattern OTHER_SAID =
      Pattern.compile(
          "\\b(?:but|while|whereas|although|though|and) (?<speaker>\\p{Lu}[^“”\",.;:!?()]{1,60}?) "
              + SAID
              + "\\b");

  /** …, reported NK News, citing a statement; according to a US intelligence report, … */
  private static final Pattern REPORTED_BY =
      Pattern.compile(
          "(?:, reported (?<outlet>\\p{Lu}[^“”\".;:!?()]{1,150})(?=[.;])"
              + "|\\b[Aa]ccording to (?<source>[^“”\".,;:!?()]{2,90}))");

  /** A person's name: a title, or nothing but words with capitals. */
  private static final Pattern PROPER =
      Pattern.compile(
          "(?:Mr|Mrs|Ms|Dr|President|General|Sir|Lord|Lady)\\b.*"
              + "|\\p{Lu}[\\p{L}\\p{M}’'.-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|al|bin|de|van|von))*");

  /** "Jane Doe disagreed with John Roe, who said": who said it is the second. */
  private static final Pattern RELATIVE = Pattern.compile(", (?:who|which|that)\\b");

  /** Words that a clause has and a name does not. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)(?:.*\\b(?:how|that|who|which|was|were|is|are|been|described|to be|they|he|she|also"
              + "|according|what's|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b.*"
              + "|plan|schedule)");

  /** What, behind a verb of speech, makes the words nobody's or somebody else's. */
  private static final Pattern TURNS =
      Pattern.compile("(?i)^ (?:\\S+ )?(?:nothing|no|little|much|never|not)\\b|\\b" + SAID + "\\b");

  private static final Pattern NEGATION =
      Pattern.compile(
          "(?i).*(?:\\b(?:never|neither|nor|no|nobody|none|few|not|nothing|hardly|cannot)\\b|n['’]t\\b).*");

  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)(?:he|she|they|it|we|i|you|his|her|their|its|speaking|on|in|at|after|before|during|for"
              + "|with|who|which|that|this|these|those|but|and|as|while"
              + "|however|also|then|later|there)(?: .*)?");

  /** Finds who speaks in a passage. Two different speakers make none: which one is not said. */
  public static Speech in(Passage passage) {
    String text = passage.text();
    Optional<Speech> quoted =
        find(QUOTED_AS_SAYING, text)
            .map(m -> new Speech(group(m, "speaker"), group(m, "via")))
            .filter(speech -> isName(text, speech.speaker));
    if (quoted.isPresent()) {
      return quoted.get();
    }
    Span speaker = onlySpeaker(passage);
    Span via = via(passage, speaker != null);
    return speaker == null && via == null ? NOBODY : new Speech(speaker, via);
  }

  /**
   * The outlet that reported it; or whom the passage goes by as a whole. "According to" in one of
   * several sentences says nothing of the others, and beside a speaker it is about something else.
   */
  private static @Nullable Span via(Passage passage, boolean spoken) {
    Optional<Matcher> found = find(REPORTED_BY, passage.text());
    if (found.isEmpty()) {
      return null;
    }
    Matcher matcher = found.get();
    if (matcher.group("outlet") != null) {
      return group(matcher, "outlet");
    }
    boolean ofTheWhole = matcher.start() == 0 || passage.sentences().size() == 1;
    return ofTheWhole && !spoken ? group(matcher, "source") : null;
  }

  private static @Nullable Span onlySpeaker(Passage passage) {
    String text = passage.text();
    List<Span> speakers = new ArrayList<>();
    for (Pattern pattern : List.of(QUOTE_NAME_SAID, QUOTE_SAID_NAME, SAID_NAME)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (pattern != SAID_NAME || isProper(matcher.group("speaker"))) {
          speakers.add(group(matcher, "speaker"));
        }
      }
    }
    for (Span sentence : passage.sentences()) {
      String words = sentence.in(text);
      Span begins =
          find(NAME_SAID, words).filter(Speech::says).map(m -> group(m, "speaker")).orElse(null);
      Span ends =
          begins != null ? null : find(TRAILING, words).map(m -> group(m, "speaker")).orElse(null);
      Span other =
          find(OTHER_SAID, words)
              .filter(m -> isProper(m.group("speaker")))
              .map(m -> group(m, "speaker"))
              .orElse(null);
      Stream.of(Optional.ofNullable(begins), Optional.ofNullable(ends), Optional.ofNullable(other))
          .flatMap(Optional::stream)
          .forEach(span -> speakers.add(span.shift(sentence.start())));
    }
    List<Span> names =
        speakers.stream()
            .filter(span -> !RELATIVE.matcher(span.in(text)).find())
            .map(span -> name(text, span))
            .filter(span -> isName(text, span))
            .toList();
    boolean one = names.stream().map(span -> span.in(text)).distinct().count() == 1;
    return one ? names.getFirst() : null;
  }

  /** Whether a name before a verb of speech is that of who speaks, and speaks the words. */
  private static boolean says(Matcher matcher) {
    return matcher.group("between") != null
        ? !TURNS.matcher(matcher.group("between")).find()
        : isProper(matcher.group("speaker").split(", ", 2)[0])
            && !TURNS.matcher(matcher.group("rest")).find();
  }

  /**
   * The name, without what stands in apposition: of "Lina Khatib, an expert at Chatham House" and
   * of "the UN's legal counsel, Elinor Hammarskjöld" the part that is a name.
   */
  private static Span name(String text, Span span) {
    String[] parts = span.in(text).split(", ", 2);
    Span first = new Span(span.start(), span.start() + parts[0].length());
    if (parts.length == 1) {
      return span;
    }
    Span second = new Span(first.end() + 2, span.end());
    return !isProper(first.in(text)) && isProper(second.in(text)) ? second : first;
  }

  private static boolean isProper(String name) {
    return PROPER.matcher(name).matches();
  }

  private static boolean isName(String text, @Nullable Span span) {
    return span != null
        && !PRONOUN.matcher(span.in(text)).matches()
        && !CLAUSE.matcher(span.in(text)).matches()
        && !NEGATION.matcher(span.in(text)).matches();
  }

  private static Optional<Matcher> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  private static Span group(Matcher matcher, String name) {
    return new Span(matcher.start(name), matcher.end(name));
  }
}
