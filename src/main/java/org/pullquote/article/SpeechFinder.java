package org.pullquote.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds who speaks in a passage, by patterns around quotation marks and verbs of speech. Quotation
 * marks alone do not make speech: a name or a slogan in quotes has no speaker. It rather finds
 * nobody than the wrong one: of two different speakers, which one says it is not told.
 */
final class SpeechFinder {

  private static final String VERBS =
      "said|says|told|tells|added|adds|wrote|writes|stated|states|argued|argues|explained|warned"
          + "|claimed|noted|stressed|insisted|tweeted|posted|replied|announced|concluded|declared"
          + "|recalled|admitted|asked|continued|lamented|suggested";

  private static final String SAID = "(?:" + VERBS + ")";

  /** Verbs of speech only where a person is the subject: imagery indicates, too. */
  private static final String CONVEYED =
      "said|says|told|indicated|pledged|vowed|promised|denied|confirmed";

  /** Verbs that tell what somebody says of others, in quotation marks. */
  private static final String CALLED =
      "called|calls|described|describes|accused|accuses|branded|dismissed|denounced|condemned|hailed"
          + "|praised|criticised|criticized|labelled|labeled";

  /** "Analysts suggest it was for grain": many, and in the present. */
  private static final Pattern MANY_SAY =
      Pattern.compile(
          "^(?<speaker>[^“”\",.;:!?()]{3,60}?) (?:say|suggest|believe|warn|argue|claim|estimate|think)\\b"
              + "(?<rest>.{0,30})");

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
      Pattern.compile(
          CLOSING
              + SAID
              + " (?<speaker>"
              + NAME
              + "(?:, (?=\\p{Lu})"
              + NAME
              + ")?)(?=[,;]|\\.(?: |$)|$)");

  /** It is seen as a risk, said Jane Doe, an expert. */
  private static final Pattern SAID_NAME =
      Pattern.compile(", (?:said|says) (?<speaker>" + NAME + ")(?=[,;]|\\.(?: |$)|$)");

  /** "Jane Doe welcomed the sale but warned that …" */
  private static final String ALSO = "(?: \\p{Ll}++(?<=ed) [^“”\",.;:]{2,60} (?:and|but))?";

  private static final String DOES_SAY =
      ALSO
          + HAS
          + "(?:"
          + SAID
          + "\\b(?=(?<between>[^.]*?)(?: that\\b|[“\"‘]))|(?:"
          + CONVEYED
          + ")\\b(?<rest>.{0,30})|(?<called>"
          + CALLED
          + ")\\b(?! (?:as|by|for|of|over|to|on|in|off)\\b)(?=(?:(?!\\b(?:who|whom|whose|what|which|where|that"
          + "|by|"
          + VERBS
          + "|"
          + CALLED
          + ")\\b)[^.“”\"]){2,80}(?:“[^”]{15}|\"[^\"]{15})))";

  /** Jane Doe, 58, said that …; Jane Doe said “…; After the talks, Jane Doe indicated … */
  private static final Pattern NAME_SAID =
      Pattern.compile(
          "^(?:[^“”\",.]{2,90}, )?(?<speaker>\\p{Lu}[^“”\",.;:!?()]{1,60}?"
              + "(?:, [^“”\".;:!?()]{1,90}(?=,))?),?"
              + DOES_SAY);

  /** In the village, the mayor said …; in the village, the mayor, Jane Doe, called it “… */
  private static final Pattern ROLE_SAID =
      Pattern.compile(
          "^(?<lead>[^“”\",.]{2,90}), (?<speaker>(?:the|an?|its|his|her|their) [^“”\",.;:!?()]{1,60}?"
              + "(?:, "
              + SpeakerWords.FULL_NAME
              + "(?=,))?),?"
              + DOES_SAY);

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

  /**
   * …, reported NK News, citing a statement; …, the agency reported; said through a spokesman;
   * according to a US intelligence report, …
   */
  private static final Pattern REPORTED_BY =
      Pattern.compile(
          "(?:, reported (?<outlet>\\p{Lu}[^“”\".;:!?()]{1,150})(?=[.;])"
              + "|, (?<reporter>(?:the (?=[^,]*(?:\\p{Lu}|agency|newspaper|paper|broadcaster|magazine|station|channel|website))"
              + "[^“”\",.;:!?()]{2,60}?|"
              + SpeakerWords.FULL_NAME
              + ")) reported(?: on \\p{Lu}\\p{L}+)?(?=[.;])"
              + "|\\b(?:said|says|told \\w+|added|announced) (?:through|via) (?<mouth>(?:an?|his|her|their|its) "
              + "(?:spokes(?:man|woman|person)|lawyers?|aide|agent|publicist|representative))\\b"
              + "|\\b[Aa]ccording to (?<source>[^“”\".,;:!?()]{2,90}))");

  /** "Jane Doe disagreed with John Roe, who said": who said it is the second. */
  private static final Pattern RELATIVE = Pattern.compile(", (?:who|which|that)\\b");

  /** "The spokesperson", after "a spokesperson for the firm". */
  private static final Pattern THE = Pattern.compile("(?i)the (?<noun>[\\p{L}-]+)");

  /** What, behind a verb of speech, makes the words nobody's or somebody else's. */
  private static final Pattern TURNS =
      Pattern.compile(
          "(?i)^ (?:\\S+ )?(?:nothing|no|little|much|never|not)\\b|(?<!been |was |were )\\b"
              + SAID
              + "\\b");

  /** Words in quotation marks, more than a term has. */
  private static final Pattern QUOTATION =
      Pattern.compile("“[^”]{15,}(?:”|$)|\"[^\"]{15,}(?:\"|$)");

  /** "He added that …": the speaker of the sentence before goes on. */
  private static final Pattern GOES_ON =
      Pattern.compile("^(?:He|She|They|It) (?:(?:also|then|has|had|later) )*" + SAID + "\\b");

  private final Passage passage;
  private final String text;
  private final List<Span> speakers = new ArrayList<>();

  SpeechFinder(Passage passage) {
    this.passage = passage;
    this.text = passage.text();
  }

  Speech find() {
    Matcher quoted = QUOTED_AS_SAYING.matcher(text);
    if (quoted.find() && SpeakerWords.isName(quoted.group("speaker"))) {
      return speech(group(quoted, "speaker", 0), group(quoted, "via", 0));
    }
    aroundQuotes();
    passage.sentences().forEach(this::inSentence);
    Span speaker = onlySpeaker();
    Span source = via(false);
    boolean apart = speaker != null && source != null && !inOneSentence(speaker, source);
    // "According to a report, … Analysts suggest …": the passage begins with the report.
    return apart ? speech(null, source) : speech(speaker, via(speaker != null));
  }

  private boolean inOneSentence(Span speaker, Span source) {
    return passage.sentences().stream()
        .anyMatch(sentence -> sentence.overlaps(speaker) && sentence.overlaps(source));
  }

  private Speech speech(@Nullable Span speaker, @Nullable Span via) {
    List<Span> quoted =
        speaker == null
            ? List.of()
            : QUOTATION.matcher(text).results().map(SpeechFinder::at).toList();
    List<Span> said =
        passage.sentences().stream()
            .filter(sentence ->
                holds(sentence, speaker)
                    || holds(sentence, via)
                    || quoted.stream().anyMatch(sentence::overlaps)
                    || (speaker != null && GOES_ON.matcher(sentence.in(text)).find()))
            .toList();
    return new Speech(speaker, via, said);
  }

  private static Span at(MatchResult match) {
    return new Span(match.start(), match.end());
  }

  private static boolean holds(Span sentence, @Nullable Span words) {
    return words != null && sentence.overlaps(words);
  }

  private void aroundQuotes() {
    for (Pattern pattern : List.of(QUOTE_NAME_SAID, QUOTE_SAID_NAME)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        speakers.add(group(matcher, "speaker", 0));
      }
    }
  }

  private void inSentence(Span sentence) {
    String words = sentence.in(text);
    Matcher begins = NAME_SAID.matcher(words);
    Matcher ends = TRAILING.matcher(words);
    Matcher many = MANY_SAY.matcher(words);
    if (many.find()
        && SpeakerWords.ROLE.matcher(many.group("speaker")).matches()
        && !TURNS.matcher(many.group("rest")).find()) {
      speakers.add(group(many, "speaker", sentence.start()));
    } else if (begins.find() && speaks(begins) && isNamed(begins, sentence)) {
      speakers.add(group(begins, "speaker", sentence.start()));
    } else if (ends.find()) {
      speakers.add(group(ends, "speaker", sentence.start()));
    } else {
      Matcher role = ROLE_SAID.matcher(words);
      if (role.find() && !SpeakerWords.isSubject(role.group("lead")) && speaks(role)) {
        speakers.add(group(role, "speaker", sentence.start()));
      }
    }
    for (Pattern pattern : List.of(SAID_NAME, OTHER_SAID)) {
      Matcher named = pattern.matcher(words);
      while (named.find()) {
        if (SpeakerWords.isProper(named.group("speaker"))) {
          speakers.add(group(named, "speaker", sentence.start()));
        }
      }
    }
  }

  private boolean isNamed(Matcher begins, Span sentence) {
    return SpeakerWords.isName(
        SpeakerWords.name(text, group(begins, "speaker", sentence.start())).in(text));
  }

  /** Whether the name before a verb of speech is that of who speaks the words behind it. */
  private static boolean speaks(Matcher matcher) {
    String speaker = matcher.group("speaker");
    String between = matcher.group("between");
    String behind = between != null ? between : matcher.group("rest");
    boolean named = between != null && Character.isUpperCase(speaker.charAt(0));
    String[] parts = speaker.split(", ");
    boolean apposed = parts.length > 1;
    // "Jane Doe, accused of it, …", but not "The mayor, Jane Doe, accused her …".
    boolean participle =
        matcher.group("called") != null
            && matcher.start("called") > matcher.end("speaker") + 1
            && !apposed
            && matcher.start("speaker") == 0;
    if (participle) {
      return false;
    }
    return (named
            || SpeakerWords.isSomebody(parts[0])
            || (apposed && SpeakerWords.isFullName(parts[1])))
        && (behind == null || !TURNS.matcher(behind).find());
  }

  private @Nullable Span onlySpeaker() {
    List<Span> names =
        speakers.stream()
            .filter(span -> !endsWithin(span))
            .map(span -> SpeakerWords.name(text, span))
            .filter(span -> SpeakerWords.isName(span.in(text)))
            .sorted(Comparator.comparingInt(Span::start))
            .toList();
    if (names.isEmpty()) {
      return null;
    }
    String first = names.getFirst().in(text);
    boolean one = names.stream().map(span -> span.in(text)).allMatch(each -> isAgain(each, first));
    return one ? names.getFirst() : null;
  }

  /** Whether it ends within a clause about somebody: "Jane Doe thanked John Roe, who". */
  private boolean endsWithin(Span speaker) {
    boolean closed = text.startsWith(",", speaker.end());
    return !closed && RELATIVE.matcher(speaker.in(text)).find();
  }

  private static boolean isAgain(String speaker, String first) {
    Matcher the = THE.matcher(speaker);
    return speaker.equals(first)
        || (the.matches()
            && Pattern.compile("(?i)an? (?:.* )?" + Pattern.quote(the.group("noun")) + "\\b.*")
                .matcher(first)
                .matches());
  }

  /**
   * The outlet that reported it; or whom the passage, or its first sentence, goes by. Beside a
   * speaker, "according to" is about something else.
   */
  private @Nullable Span via(boolean spoken) {
    Matcher matcher = REPORTED_BY.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    for (String known : List.of("outlet", "reporter", "mouth")) {
      if (matcher.group(known) != null) {
        return group(matcher, known, 0);
      }
    }
    boolean ofTheFirst =
        matcher.start() == 0
            || passage.sentences().size() == 1
            || (text.startsWith(", ", matcher.start() - 2) && text.startsWith(".", matcher.end()));
    return ofTheFirst && !spoken ? group(matcher, "source", 0) : null;
  }

  private static Span group(Matcher matcher, String name, int offset) {
    return new Span(matcher.start(name), matcher.end(name)).shift(offset);
  }
}
