package org.pullquote.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Span;
import org.pullquote.names.Mention.Form;
import org.pullquote.names.Sighting.OfName;
import org.pullquote.names.Sighting.OfPlace;
import org.pullquote.names.Sighting.OfRole;
import org.pullquote.names.Sighting.Reference;

/**
 * Finds an article's names in a question, in any case and with small slips, and the names in it
 * that the article does not know.
 */
final class QuestionNames {

  private static final Lexicon LEXICON = Lexicon.ENGLISH;
  private static final Gazetteer WORLD = Gazetteer.WORLD;

  private static final Set<String> TO_COME = Set.of("new", "next", "incoming", "future");

  /** Shorter words are too like others for a slip to be told from another word. */
  private static final int FEWEST_LETTERS = 5;

  /** From this length on, two slips are forgiven. */
  private static final int LETTERS_FOR_TWO_SLIPS = 9;

  /** What makes the capital a town, and not the government that it stands for. */
  private static final Set<String> LOCATIVE =
      Set.of("in", "near", "around", "outside", "inside", "visit", "visited", "visits", "visiting");

  private final Cast cast;
  private final Map<String, Set<Figure>> names = new HashMap<>();
  private final Set<String> nameWords = new HashSet<>();
  private int longest = 1;

  QuestionNames(Cast cast) {
    this.cast = cast;
    for (Figure figure : cast.figures()) {
      figure.nameKeys().forEach(keys -> indexName(figure, keys));
      figure.aliases().forEach(alias -> index(figure, List.of(Cast.key(alias).split(" "))));
      if (figure.place() != null) {
        figure.place().names().forEach(name -> index(figure, List.of(Cast.key(name).split(" "))));
      }
    }
  }

  private void indexName(Figure figure, List<String> keys) {
    index(figure, keys);
    if (figure.isPerson() && keys.size() > 1) {
      Stream.of(keys.getFirst(), keys.getLast())
          .filter(key -> !LEXICON.isParticle(key))
          .forEach(key -> add(figure, key));
    }
  }

  private void index(Figure figure, List<String> keys) {
    add(figure, String.join(" ", keys));
    longest = Math.max(longest, keys.size());
    keys.stream().filter(this::isTelling).forEach(nameWords::add);
  }

  private boolean isTelling(String key) {
    return key.length() >= FEWEST_LETTERS - 1
        && !LEXICON.isCommon(key)
        && !LEXICON.isOrganisation(key);
  }

  private void add(Figure figure, String key) {
    names.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(figure);
  }

  /** What was found in one question. */
  record Found(List<Mention> mentions, List<Span> unknown) {}

  Found find(String question) {
    return new Reading(question).read();
  }

  private final class Reading {
    private final Words words;
    private final boolean capitalsTell;
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<Sighting, Figure> who = new HashMap<>();
    private final Set<Sighting> related = new HashSet<>();
    private final List<Span> unknown = new ArrayList<>();

    Reading(String question) {
      Words read = Words.of(question);
      words = new Words(question, read.tokens().stream().map(this::corrected).toList());
      capitalsTell = !words.titleCase(LEXICON);
    }

    /** The word with the spelling of the article's one name that it is a slip of. */
    private Token corrected(Token token) {
      String key = correction(token.key());
      return new Token(
          token.text(),
          key,
          token.span(),
          token.gap(),
          token.sentence(),
          token.possessive(),
          token.starts(),
          token.quoted());
    }

    private String correction(String key) {
      if (isWord(key)) {
        return key;
      }
      String stem = key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
      if (nameWords.contains(stem)) {
        return stem;
      }
      String best = key;
      int least = 3;
      boolean tie = false;
      for (String name : nameWords) {
        int slips = slips(key, name);
        tie = slips >= least && (tie || (slips == least && slips < 3));
        best = slips < least ? name : best;
        least = Math.min(least, slips);
      }
      return tie ? key : best;
    }

    private static int slips(String key, String name) {
      if (key.charAt(0) != name.charAt(0)) {
        return 3;
      }
      String a = Folding.sound(key);
      String b = Folding.sound(name);
      int allowed =
          Math.min(a.length(), b.length()) < FEWEST_LETTERS
              ? 0
              : a.length() >= LETTERS_FOR_TWO_SLIPS ? 2 : 1;
      int slips = Folding.distance(a, b);
      return slips <= allowed ? slips : 3;
    }

    /** Whether it is spelt as some known word: then it is no slip. */
    private boolean isWord(String key) {
      return key.isEmpty()
          || names.containsKey(key)
          || cast.vocabulary().contains(key)
          || LEXICON.isCommon(key)
          || LEXICON.isOrganisation(key)
          || LEXICON.role(key) != null
          || LEXICON.modifier(key) != null
          || WORLD.alias(key) != null;
    }

    Found read() {
      int i = 0;
      while (i < words.size()) {
        i += Math.max(1, name(i));
      }
      roles();
      findUnknownCapitals();
      return new Found(mentions(), List.copyOf(unknown));
    }

    /** Reads the name that begins there. Returns how many words it has. */
    private int name(int i) {
      int known = longestName(i);
      int place = WORLD.longest(words, i, true);
      if (known == 0 || place > known) {
        return place > 0 ? place(i, place) : 0;
      }
      Set<Figure> figures = names.getOrDefault(words.key(i, i + known), Set.of());
      int from = titleStart(i);
      boolean other = capitalsTell && hasOtherName(from, i + known, figures);
      boolean agrees =
          figures.stream().allMatch(figure -> figure.gender() == null || agrees(from, i, figure));
      Sighting sighting = sighting(from, i, known);
      sightings.add(sighting);
      if (other || !agrees) {
        addUnknown(whole(from, i + known));
      } else if (figures.size() == 1) {
        who.put(sighting, figures.iterator().next());
      }
      return known;
    }

    private void addUnknown(Span span) {
      if (unknown.stream().noneMatch(span::overlaps)) {
        unknown.add(span);
      }
    }

    private Sighting sighting(int from, int i, int length) {
      String key = words.key(i, i + length);
      Gazetteer.Alias alias = from == i ? WORLD.alias(key) : null;
      return alias != null
          ? new OfPlace(i, i + length, alias)
          : new OfName(from, i + length, List.of(key), null, false, false);
    }

    private boolean agrees(int from, int name, Figure figure) {
      return words.tokens().subList(from, name).stream()
          .map(LEXICON::gender)
          .allMatch(gender -> gender == null || gender == figure.gender());
    }

    private int titleStart(int i) {
      boolean titled = i > 0 && LEXICON.isHonorific(words.get(i - 1).key()) && near(i);
      return titled ? i - 1 : i;
    }

    private boolean near(int i) {
      return words.follows(i) || words.get(i).gap().equals(". ");
    }

    private int longestName(int i) {
      for (int n = Math.min(longest, words.size() - i); n > 0; n--) {
        if (contiguous(i, n) && names.containsKey(words.key(i, i + n)) && isWritten(i, n)) {
          return n;
        }
      }
      return 0;
    }

    private boolean contiguous(int from, int n) {
      for (int i = from + 1; i < from + n; i++) {
        if (!words.get(i).joined() && !words.get(i).gap().equals(". ")) {
          return false;
        }
      }
      return true;
    }

    /** A name that is spelt as a common word needs its capital, an acronym such as US all. */
    private boolean isWritten(int i, int n) {
      Token token = words.get(i);
      if (n == 1 && !token.capital() && cast.isPlainWord(token.key())) {
        return names.getOrDefault(token.key(), Set.of()).stream()
            .noneMatch(figure -> figure.kind() == EntityKind.OTHER);
      }
      if (n > 1 || !LEXICON.isCommon(token.key())) {
        return true;
      }
      Gazetteer.Alias alias = WORLD.alias(token.key());
      boolean acronym = alias != null && alias.acronym();
      return acronym ? token.acronym() : token.capital() && !token.starts();
    }

    /** Whether another capitalised word belongs to the name: "Yo-jong" in "Kim Yo-jong". */
    private boolean hasOtherName(int from, int to, Set<Figure> figures) {
      boolean people = figures.stream().anyMatch(figure -> figure.place() == null);
      return people
          && words.get(from).capital()
          && (isOther(from - 1, from, figures) || isOther(to, to, figures));
    }

    private boolean isOther(int i, int joint, Set<Figure> figures) {
      if (i < 0 || i >= words.size() || !words.follows(joint) || !words.get(i).capital()) {
        return false;
      }
      Token token = words.get(i);
      boolean neutral =
          (token.starts() && !LEXICON.isGivenName(token.key()) && i < joint)
              || LEXICON.isCommon(token.key())
              || LEXICON.isCalendar(token)
              || LEXICON.isHonorific(token.key())
              || LEXICON.role(token.key()) != null
              || LEXICON.modifier(token.key()) != null
              || WORLD.alias(token.key()) != null
              || LEXICON.isOrganisation(token.key())
              || token.acronym();
      return !neutral && figures.stream().noneMatch(figure -> isPart(token.key(), figure));
    }

    private static boolean isPart(String key, Figure figure) {
      return figure.nameKeys().stream().anyMatch(keys -> keys.contains(key));
    }

    private Span whole(int from, int to) {
      int first = from;
      int last = to;
      while (first > 0 && words.follows(first) && isBareCapital(first - 1)) {
        first--;
      }
      while (last < words.size() && words.follows(last) && isBareCapital(last)) {
        last++;
      }
      return words.span(first, last);
    }

    private boolean isBareCapital(int i) {
      Token token = words.get(i);
      boolean hyphened =
          token.hyphened()
              && LEXICON.isSyllable(token.key())
              && i > 1
              && words.get(i - 1).capital();
      return (token.capital() || hyphened)
          && !LEXICON.isCommon(token.key())
          && !LEXICON.isCalendar(token)
          && LEXICON.role(token.key()) == null;
    }

    private int place(int i, int length) {
      Gazetteer.Alias alias = WORLD.alias(words.key(i, i + length));
      boolean word = !words.get(i).capital() && LEXICON.isCommon(words.get(i).key());
      if (alias == null || (word && !alias.article())) {
        return 0;
      }
      Sighting sighting = new OfPlace(alias.article() ? i - 1 : i, i + length, alias);
      Figure named = alias.beside() ? figureOf(alias.place()) : null;
      Figure figure = alias.beside() ? null : relatedTo(alias.place());
      sightings.add(sighting);
      if (named != null) {
        who.put(sighting, named);
      }
      if (figure != null) {
        who.put(sighting, figure);
        related.add(sighting);
      }
      boolean town = alias.place().kind() == EntityKind.PLACE && i > 0 && isLocative(i);
      boolean inArticle = cast.vocabulary().contains(words.key(i, i + length));
      if (!alias.beside() && !inArticle && (figure == null || town)) {
        addUnknown(words.span(i, i + length));
      }
      return length;
    }

    private boolean isLocative(int i) {
      return LOCATIVE.contains(words.get(i - 1).key());
    }

    private void roles() {
      sightings.sort((a, b) -> Integer.compare(a.from(), b.from()));
      for (OfRole role : new RoleFinder(words, List.copyOf(sightings)).find()) {
        Figure holder = isTitle(role) ? null : holder(role);
        if (holder != null) {
          sightings.add(role);
          who.put(role, holder);
        }
      }
    }

    /** Whether a name follows, which then tells who it is. */
    private boolean isTitle(OfRole role) {
      boolean near = role.to() < words.size() && near(role.to());
      return near
          && ((capitalsTell && words.get(role.to()).capital())
              || sightings.stream().anyMatch(s -> s.from() == role.to() && s instanceof OfName));
    }

    private @Nullable Figure holder(OfRole sighting) {
      Figure scope = sighting.scope() == null ? null : who.get(sighting.scope());
      boolean asked =
          sighting.from() > 0
              && Set.of("which", "what", "whose").contains(words.get(sighting.from() - 1).key());
      boolean unclear =
          sighting.reference() == Reference.INDEFINITE
              || sighting.reference() == Reference.OWNED
              || (sighting.scope() != null && (scope == null || related.contains(sighting.scope())))
              || asked
              || isToCome(sighting)
              || (sighting.reference() == Reference.BARE && !tellsBare(sighting));
      if (unclear) {
        return null;
      }
      Role role = new Role(sighting.noun(), sighting.modifiers(), scope);
      List<Figure> holders = RoleLinks.possible(cast.figures(), role);
      return holders.size() == 1 ? holders.getFirst() : null;
    }

    /** Whether it is not about who the article says has the role: "the new mayor". */
    private boolean isToCome(OfRole role) {
      Sighting scope = role.scope();
      return IntStream.range(role.from(), role.to())
          .filter(i -> scope == null || i < scope.from() || scope.to() <= i)
          .mapToObj(i -> words.get(i).key())
          .anyMatch(key -> TO_COME.contains(key) && !isWritten(key, role.noun()));
    }

    /** Whether the article itself has such a word at that role. */
    private boolean isWritten(String key, RoleNoun noun) {
      return cast.scenes().stream()
          .anyMatch(scene ->
              scene.sightings(OfRole.class).stream()
                  .filter(role -> role.noun().equals(noun))
                  .flatMapToInt(role -> IntStream.range(Math.max(0, role.from() - 1), role.to()))
                  .anyMatch(i -> scene.key(i).equals(key)));
    }

    /** Whether a role needs no article: "who is defence minister". */
    private static boolean tellsBare(OfRole role) {
      return role.noun().office() && !role.noun().body() && !role.modifiers().isEmpty();
    }

    /** Where the article has no such place: one that the name is related to, or null. */
    private @Nullable Figure relatedTo(Place asked) {
      List<Figure> figures =
          cast.figures().stream()
              .filter(figure -> figure.place() != null && isRelated(asked, figure.place()))
              .toList();
      return figures.stream()
          .filter(figure -> isCountryOf(figure.place(), asked))
          .findFirst()
          .orElse(figures.isEmpty() ? null : figures.getFirst());
    }

    private static boolean isCountryOf(@Nullable Place country, Place place) {
      return country != null
          && country.names().size() > place.names().size()
          && country.related().contains(place.name());
    }

    private @Nullable Figure figureOf(Place place) {
      return cast.figures().stream()
          .filter(figure -> place.equals(figure.place()))
          .findFirst()
          .orElse(null);
    }

    private static boolean isRelated(Place a, Place b) {
      return a.related().contains(b.name()) || b.related().contains(a.name());
    }

    private void findUnknownCapitals() {
      if (!capitalsTell) {
        return;
      }
      int i = 0;
      while (i < words.size()) {
        int end = i;
        while (end < words.size() && (end == i || words.follows(end)) && isUnknown(end, end == i)) {
          end++;
        }
        if (end > i && !(end == i + 1 && words.get(i).starts())) {
          unknown.add(words.span(i, end));
        }
        i = Math.max(end, i + 1);
      }
    }

    private boolean isUnknown(int i, boolean first) {
      Token token = words.get(i);
      boolean taken = sightings.stream().anyMatch(s -> s.from() <= i && i < s.to());
      return isBareCapital(i)
          && !(first && token.hyphened())
          && !taken
          && !cast.vocabulary().contains(token.key())
          && !LEXICON.isHonorific(token.key())
          && LEXICON.modifier(token.key()) == null
          && unknown.stream().noneMatch(span -> span.overlaps(token.span()));
    }

    private List<Mention> mentions() {
      List<Mention> mentions = new ArrayList<>();
      for (Sighting sighting : Outermost.of(sightings.stream().filter(who::containsKey).toList())) {
        Figure figure = who.get(sighting);
        if (figure != null) {
          Form form =
              related.contains(sighting)
                  ? Form.RELATED
                  : sighting instanceof OfRole ? Form.ROLE : Form.NAME;
          mentions.add(
              new Mention(words.span(sighting.from(), sighting.to()), cast.entity(figure), form));
        }
      }
      return mentions;
    }
  }
}
