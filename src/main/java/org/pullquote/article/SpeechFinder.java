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

  /**
   * Who speaks for what they are: "Russia’s defence minister", "a bureau spokesperson", "police".
   */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)(?:.* |.*-)?(?:ministers?|president|premier|chancellor|spokes(?:man|woman|person|people)"
              + "|officials?|leaders?|secretary|ambassador|governor|mayor|senators?|lawmakers?|generals?"
              + "|commissioners?|directors?|chairman|chairwoman|chair|judges?|lawyers?|prosecutors?"
              + "|professors?|analysts?|experts?|economists?|scientists?|researchers?|critics?"
              + "|campaigners?|activists?|residents|witnesses|investigators?|detectives|police"
              + "|authorities|ministry|council|company|sources?)");

  /** "Analysts suggest it was for grain": many, and in the present. */
  private static final Pattern MANY_SAY =
      Pattern.compile(
          "^(?<speaker>[^“”\",.;:!?()]{3,60}?) (?:say|suggest|believe|warn|argue|claim|estimate|think)\\b"
              + "(?<rest>.{0,30})");

  private static final String CLOSING = "(?<=[,.?!…][”\"’']|[”\"][,.])\\s+";

  /** One character of a speaker's description: no quotation mark, no end of a sentence. */
  private static final String IN_NAME =
      "(?:[^“”\".;:!?()]|(?<=\\b(?:Mr|Ms|Mrs|Dr|Gen|Sen|Rep|Gov|Prof|Lt|Col|St))\\.|\\.(?! \\p{Lu}|$))";

  /** Words with capitals, as a name has. */
  private static final String FULL_NAME =
      NameWords.CAPITALISED
          + "(?: (?:"
          + NameWords.CAPITALISED
          + "|"
          + NameWords.PARTICLES
          + "))*+";

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
  private static final String ALSO = "(?: \\p{Ll}+ed [^“”\",.;:]{2,60} (?:and|but))?";

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
              + FULL_NAME
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
              + FULL_NAME
              + ")) reported(?: on \\p{Lu}\\p{L}+)?(?=[.;])"
              + "|\\b(?:said|says|told \\w+|added|announced) (?:through|via) (?<mouth>(?:an?|his|her|their|its) "
              + "(?:spokes(?:man|woman|person)|lawyers?|aide|agent|publicist|representative))\\b"
              + "|\\b[Aa]ccording to (?<source>[^“”\".,;:!?()]{2,90}))");

  /** A person's name: a title, or nothing but words with capitals, and nobody's. */
  private static final Pattern PROPER =
      Pattern.compile(
          "(?:Mr|Mrs|Ms|Dr|President|General|Sir|Lord|Lady)\\b.*|(?!.*['’]s )" + FULL_NAME);

  private static final Pattern WHOLE_NAME =
      Pattern.compile("(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady) )?" + FULL_NAME);

  private static final Pattern OF_SOMEBODY =
      Pattern.compile(
          "(?:an? .*|.*) (?:of|for|to|from|with) (?:the|an?|his|her|their|its) \\p{Ll}[^,]*|an? .* (?:of|for|to|from|with|in|at) .*");

  /** "Jane Doe disagreed with John Roe, who said": who said it is the second. */
  private static final Pattern RELATIVE = Pattern.compile(", (?:who|which|that)\\b");

  /** "The spokesperson", after "a spokesperson for the firm". */
  private static final Pattern THE = Pattern.compile("(?i)the (?<noun>[\\p{L}-]+)");

  /** Words that a clause has and a name does not. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)(?:.*\\b(?:how|that|who|which|was|were|is|are|been|described|to be|they|he|she|also"
              + "|according|what's|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b.*"
              + "|plan|schedule)");

  /** What, behind a verb of speech, makes the words nobody's or somebody else's. */
  private static final Pattern TURNS =
      Pattern.compile(
          "(?i)^ (?:\\S+ )?(?:nothing|no|little|much|never|not)\\b|(?<!been |was |were )\\b"
              + SAID
              + "\\b");

  private static final Pattern NEGATION =
      Pattern.compile(
          "(?i).*(?:\\b(?:never|neither|nor|no|nobody|none|few|not|nothing|hardly|cannot)\\b|n['’]t\\b).*");

  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)(?:he|she|they|it|we|i|you|his|her|their|its|many|some|others|most|all|both|each|one|anyone"
              + "|everyone|everybody|several|speaking|on|in|at|after|before|during|for|with|between|since|until|from|under(?! secretary)|amid"
              + "|despite|by|who|which|that|this|these|those|but|and|as|while"
              + "|however|also|then|later|there)(?: .*)?");

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
    if (quoted.find() && isName(quoted.group("speaker"))) {
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
        && ROLE.matcher(many.group("speaker")).matches()
        && !TURNS.matcher(many.group("rest")).find()) {
      speakers.add(group(many, "speaker", sentence.start()));
    } else if (begins.find() && speaks(begins) && isNamed(begins, sentence)) {
      speakers.add(group(begins, "speaker", sentence.start()));
    } else if (ends.find()) {
      speakers.add(group(ends, "speaker", sentence.start()));
    } else {
      Matcher role = ROLE_SAID.matcher(words);
      if (role.find() && !isSubject(role.group("lead")) && speaks(role)) {
        speakers.add(group(role, "speaker", sentence.start()));
      }
    }
    for (Pattern pattern : List.of(SAID_NAME, OTHER_SAID)) {
      Matcher named = pattern.matcher(words);
      while (named.find()) {
        if (isProper(named.group("speaker"))) {
          speakers.add(group(named, "speaker", sentence.start()));
        }
      }
    }
  }

  private boolean isNamed(Matcher begins, Span sentence) {
    return isName(name(group(begins, "speaker", sentence.start())).in(text));
  }

  /** "Jane Doe, the mayor" is no "In the village, the mayor". */
  private static boolean isSubject(String lead) {
    return isProper(lead) && !PRONOUN.matcher(lead).matches();
  }

  /** Whether the name before a verb of speech is that of who speaks the words behind it. */
  private static boolean speaks(Matcher matcher) {
    String speaker = matcher.group("speaker");
    String between = matcher.group("between");
    String behind = between != null ? between : matcher.group("rest");
    boolean named = between != null && Character.isUpperCase(speaker.charAt(0));
    boolean apposed = speaker.contains(", ");
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
            || isSomebody(speaker.split(", ", 2)[0])
            || (apposed && isFullName(speaker.split(", ")[1])))
        && (behind == null || !TURNS.matcher(behind).find());
  }

  private @Nullable Span onlySpeaker() {
    List<Span> names =
        speakers.stream()
            .filter(span -> !endsWithin(span))
            .map(this::name)
            .filter(span -> isName(span.in(text)))
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
            || text.startsWith(", ", matcher.start() - 2) && text.startsWith(".", matcher.end());
    return ofTheFirst && !spoken ? group(matcher, "source", 0) : null;
  }

  /**
   * The name, without what stands in apposition: of "Lina Khatib, an expert at Chatham House" and
   * of "the UN's legal counsel, Elinor Hammarskjöld" the part that is a name.
   */
  private Span name(Span span) {
    String[] parts = span.in(text).split(", ");
    if (parts.length == 1) {
      return span;
    }
    Span first = new Span(span.start(), span.start() + parts[0].length());
    Span second = new Span(first.end() + 2, first.end() + 2 + parts[1].length());
    return !isProper(parts[0]) && !isOfSomebody(parts[0]) && isFullName(parts[1]) ? second : first;
  }

  private static boolean isFullName(String words) {
    return WHOLE_NAME.matcher(words).matches();
  }

  /** "A lawyer for the victim", "the mother of the mayor": the name behind may be of either. */
  private static boolean isOfSomebody(String words) {
    return OF_SOMEBODY.matcher(words).matches();
  }

  private static boolean isSomebody(String words) {
    return isProper(words) || ROLE.matcher(words).matches();
  }

  private static boolean isProper(String name) {
    return PROPER.matcher(name).matches();
  }

  private static boolean isName(String words) {
    return !PRONOUN.matcher(words).matches()
        && !CLAUSE.matcher(words).matches()
        && !NEGATION.matcher(words).matches();
  }

  private static Span group(Matcher matcher, String name, int offset) {
    return new Span(matcher.start(name), matcher.end(name)).shift(offset);
  }
}
