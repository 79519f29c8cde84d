package org.pullquote.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pullquote.names.Sighting.OfName;
import org.pullquote.names.Sighting.OfPlace;

/**
 * Finds names and places in a text, by their capitals: runs of words with capitals, which titles,
 * roles and known places cut into names.
 */
final class NameFinder {

  private static final Lexicon LEXICON = Lexicon.ENGLISH;
  private static final Gazetteer WORLD = Gazetteer.WORLD;

  /** Roles that are surnames, too. */
  private static final Set<String> SURNAMES =
      Set.of(
          "king", "bishop", "judge", "pope", "dean", "major", "prince", "head", "priest", "chief");

  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii");

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "gen", "sen", "rep", "gov", "prof", "lt", "col", "capt", "sgt",
          "maj", "adm", "st", "pres", "hon", "rev");

  private final Words words;
  private final Set<String> plain;
  private final boolean titleCase;
  private final List<Sighting> found = new ArrayList<>();

  /**
   * @param plain the words that the article writes with a small letter somewhere
   */
  NameFinder(Words words, Set<String> plain) {
    this.words = words;
    this.plain = plain;
    this.titleCase = words.titleCase(LEXICON);
  }

  /** The names in order, not overlapping. */
  List<Sighting> find() {
    int i = 0;
    while (i < words.size()) {
      i = isCapital(i) ? run(i) : i + 1;
    }
    return List.copyOf(found);
  }

  private boolean isCapital(int i) {
    return words.get(i).capital() && !LEXICON.isCalendar(words.get(i));
  }

  /** Reads the run of words with capitals that begins there. Returns where to go on. */
  private int run(int start) {
    int i = start;
    int end = runEnd(start);
    while (i < end) {
      i = piece(i, end);
    }
    return i;
  }

  private int runEnd(int start) {
    int i = start + 1;
    while (i < words.size() && (belongs(start, i) || particleBelongs(i))) {
      i++;
    }
    return i;
  }

  private boolean belongs(int start, int i) {
    Token token = words.get(i);
    Token before = words.get(i - 1);
    boolean abbreviated = token.gap().equals(". ") && ABBREVIATIONS.contains(before.key());
    if (token.sentence() != before.sentence()
        || before.possessive()
        || !(token.joined() || abbreviated)) {
      return false;
    }
    if (token.capital()) {
      return !LEXICON.isCalendar(token) || LEXICON.isGivenName(before.key());
    }
    return token.hyphened() && i - start > 1 && LEXICON.isSyllable(token.key());
  }

  private boolean particleBelongs(int i) {
    return LEXICON.isParticle(words.get(i).key())
        && words.follows(i)
        && i + 1 < words.size()
        && words.follows(i + 1)
        && (isCapital(i + 1) || LEXICON.isParticle(words.get(i + 1).key()));
  }

  /** Reads what stands first in the rest of a run. Returns where to go on. */
  private int piece(int i, int end) {
    int known = WORLD.longest(words, i, false);
    if (known == 0 && words.get(i).key().equals("the")) {
      return i + 1;
    }
    int organisation = organisationEnd(i, end);
    if (known > 0 && i + known >= organisation && !beginsPersonName(i, known, end)) {
      Gazetteer.Alias alias = alias(i, known);
      found.add(new OfPlace(alias.article() ? i - 1 : i, i + known, alias));
      return i + known;
    }
    if (organisation > 0) {
      return organisation(i, organisation);
    }
    int role = roleEnd(i, end);
    if (role > 0) {
      return role;
    }
    return isFillWord(i, end) ? i + 1 : name(i, end);
  }

  private Gazetteer.Alias alias(int from, int length) {
    Gazetteer.Alias alias = WORLD.alias(words.key(from, from + length));
    if (alias == null) {
      throw new IllegalStateException("no alias: " + words.key(from, from + length));
    }
    return alias;
  }

  /** Whether a place is the given name of a person, as in "Israel Katz". */
  private boolean beginsPersonName(int i, int length, int end) {
    return length == 1
        && i + 1 < end
        && LEXICON.isPlaceLike(words.get(i).key())
        && words.get(i + 1).spaced()
        && roleEnd(i + 1, end) == 0
        && organisationEnd(i, end) == 0
        && WORLD.longest(words, i + 1, false) == 0;
  }

  /** Whether a word has its capital only from where it stands, or is no name on its own. */
  private boolean isFillWord(int i, int end) {
    Token token = words.get(i);
    if (LEXICON.isGivenName(token.key()) || LEXICON.isHonorific(token.key())) {
      return false;
    }
    if (token.starts()
        && i + 2 < end
        && !LEXICON.isParticle(token.key())
        && LEXICON.isGivenName(words.get(i + 1).key())) {
      return true;
    }
    boolean alone = i + 1 >= end;
    boolean common = LEXICON.isCommon(token.key());
    if (token.starts() || titleCase) {
      return common || plain.contains(token.key());
    }
    return (common && (alone || token.key().equals("the")))
        || (token.text().length() == 1 && alone);
  }

  /** One past the organisation that begins there, or 0. */
  private int organisationEnd(int start, int end) {
    int last = 0;
    for (int i = start; i < end; i++) {
      boolean otherPlace = i > start && WORLD.longest(words, i, false) > 1;
      if (LEXICON.isHonorific(words.get(i).key()) || isPersonRole(i, end) || otherPlace) {
        break;
      }
      if (LEXICON.isOrganisation(words.get(i).key()) && !isOfficeBody(i)) {
        last = i + 1;
      }
    }
    boolean alone = last == start + 1;
    if (alone && words.get(start).starts() && !goesOn(last)) {
      return 0;
    }
    return last;
  }

  private boolean isPersonRole(int i, int end) {
    RoleNoun role = LEXICON.role(words.get(i).key());
    boolean department = i + 1 < end && LEXICON.isOrganisation(words.get(i + 1).key());
    return role != null && !role.body() && !department;
  }

  /** "Defence Ministry" is a role of its country and no name. */
  private boolean isOfficeBody(int i) {
    RoleNoun role = LEXICON.role(words.get(i).key());
    return role != null && role.body() && role.office();
  }

  private boolean goesOn(int i) {
    if (i + 1 >= words.size()
        || !words.follows(i)
        || !Set.of("of", "for", "on").contains(words.get(i).key())) {
      return false;
    }
    int next = words.get(i + 1).key().equals("the") ? i + 2 : i + 1;
    return next < words.size()
        && words.follows(next)
        && isCapital(next)
        && !LEXICON.isHonorific(words.get(next).key())
        && !LEXICON.isGivenName(words.get(next).key())
        && roleEnd(next, words.size()) == 0;
  }

  /** Adds an organisation with what follows "of": "Department of International Relations". */
  private int organisation(int start, int end) {
    int to = end;
    while (goesOn(to)) {
      to = capitalsEnd(words.get(to + 1).key().equals("the") ? to + 3 : to + 2);
      if (joinsByAnd(to)) {
        to = capitalsEnd(to + 2);
      }
    }
    int from = beforeAnd(start);
    if (from < to && !(titleCase && to == end)) {
      found.add(new OfName(from, to, keys(from, to), null, false, true));
    }
    return to;
  }

  private int capitalsEnd(int i) {
    int end = i;
    while (end < words.size() && words.follows(end) && isCapital(end)) {
      end++;
    }
    return end;
  }

  /** The start of "Relief and Works Agency", of which the first word was taken for a name. */
  private int beforeAnd(int start) {
    boolean joined =
        start > 1
            && words.follows(start)
            && words.follows(start - 1)
            && words.get(start - 1).key().equals("and")
            && !found.isEmpty()
            && found.getLast() instanceof OfName name
            && name.to() == start - 1
            && name.length() == 1
            && !name.organisation()
            && !LEXICON.isGivenName(name.key());
    if (joined) {
      found.removeLast();
    }
    return joined ? start - 2 : start;
  }

  private boolean joinsByAnd(int i) {
    return i + 1 < words.size()
        && words.follows(i)
        && words.get(i).key().equals("and")
        && words.follows(i + 1)
        && isCapital(i + 1)
        && !words.get(i + 1).acronym()
        && roleEnd(i + 1, words.size()) == 0
        && !LEXICON.isHonorific(words.get(i + 1).key())
        && !LEXICON.isGivenName(words.get(i + 1).key())
        && WORLD.longest(words, i + 1, false) == 0;
  }

  /** One past the role with its modifiers that begins there, such as "Foreign Minister", or 0. */
  private int roleEnd(int start, int end) {
    int i = start;
    while (i < end
        && LEXICON.modifier(words.get(i).key()) != null
        && LEXICON.longestRole(words, i) == 0) {
      i++;
    }
    int length = i < end ? LEXICON.longestRole(words, i) : 0;
    return length == 0 ? 0 : i + length;
  }

  private int name(int start, int end) {
    int from = start;
    boolean titled = false;
    @Nullable Gender gender = null;
    while (from < end && LEXICON.isHonorific(words.get(from).key())) {
      Gender told = LEXICON.gender(words.get(from));
      gender = told != null ? told : gender;
      titled = true;
      from++;
    }
    int to = from;
    while (to < end && !endsName(from, to, end)) {
      to++;
    }
    if (to > from && !(titleCase && !titled)) {
      found.add(new OfName(start, to, keys(from, to), gender, titled, isOrganisation(from, to)));
    }
    return Math.max(to, start + 1);
  }

  private boolean endsName(int from, int i, int end) {
    if (i == from) {
      return false;
    }
    boolean surname =
        (i + 1 == end || SUFFIXES.contains(words.get(i + 1).key()))
            && SURNAMES.contains(words.get(i).key())
            && LEXICON.isGivenName(words.get(from).key());
    if (surname) {
      return false;
    }
    if (LEXICON.isHonorific(words.get(i).key()) || roleEnd(i, end) > 0) {
      return true;
    }
    boolean known = WORLD.longest(words, i, false) > 0;
    if (LEXICON.isRegion(words.get(i - 1).key())) {
      return false;
    }
    return known && !LEXICON.isPlaceLike(words.get(i).key());
  }

  private boolean isOrganisation(int from, int to) {
    return to == from + 1 && words.get(from).acronym() && !titleCase;
  }

  private List<String> keys(int from, int to) {
    return words.tokens().subList(from, to).stream().map(Token::key).toList();
  }
}
