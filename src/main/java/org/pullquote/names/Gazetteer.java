package org.pullquote.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.ResourceLines;

/** The places and bodies that are known without an article. Immutable. */
final class Gazetteer {

  static final Gazetteer WORLD = new Gazetteer();

  private static final int FIELDS = 7;

  /** The most words that a name has: "Democratic People's Republic of Korea". */
  private static final int LONGEST = 6;

  /**
   * A name of a place.
   *
   * @param demonym whether it is an adjective or a people
   * @param beside whether it means the place only where the article names it otherwise, too
   * @param article whether it needs "the"
   * @param acronym whether it needs capitals
   */
  record Alias(Place place, boolean demonym, boolean beside, boolean article, boolean acronym) {}

  private final Map<String, Alias> aliases = new HashMap<>();
  private final Set<String> beginnings = new HashSet<>();
  private final Set<Place> countries = new HashSet<>();

  private Gazetteer() {
    ResourceLines.of(Gazetteer.class, "places-en.txt").forEach(this::read);
  }

  private void read(String line) {
    String[] fields = line.split("\\|", -1);
    List<List<String>> lists = new ArrayList<>();
    for (int i = 1; i < FIELDS; i++) {
      lists.add(
          i < fields.length && !fields[i].isBlank() ? List.of(fields[i].split(",")) : List.of());
    }
    String name = lists.get(0).getFirst();
    EntityKind kind = fields[0].equals("body") ? EntityKind.ORGANISATION : EntityKind.PLACE;
    List<List<String>> capitals = spellings(lists.get(3));
    List<List<String>> metonyms = spellings(lists.get(4));
    Place place =
        new Place(
            name,
            kind,
            union(List.of(lists.get(0), lists.get(1), lists.get(2))),
            union(List.of(firsts(capitals), firsts(metonyms))));
    if (kind == EntityKind.PLACE) {
      countries.add(place);
    }
    add(place, lists.get(0), false, false);
    add(place, lists.get(1), false, false);
    add(place, lists.get(2), true, false);
    add(place, lists.get(5), false, true);
    List<String> others = new ArrayList<>(firsts(capitals));
    others.addAll(firsts(metonyms));
    capitals.forEach(names -> addRelated(names, EntityKind.PLACE, place, others));
    metonyms.forEach(names -> addRelated(names, EntityKind.ORGANISATION, place, others));
  }

  private static List<List<String>> spellings(List<String> names) {
    return names.stream().map(name -> List.of(name.split("="))).toList();
  }

  private static List<String> firsts(List<List<String>> spellings) {
    return spellings.stream().map(List::getFirst).toList();
  }

  private static Set<String> union(List<? extends Collection<String>> lists) {
    Set<String> all = new LinkedHashSet<>();
    lists.forEach(all::addAll);
    return all;
  }

  private void addRelated(List<String> names, EntityKind kind, Place of, List<String> beside) {
    Set<String> related = new LinkedHashSet<>(of.names());
    related.addAll(beside);
    names.forEach(related::remove);
    add(
        new Place(names.getFirst(), kind, new LinkedHashSet<>(names), related),
        names,
        false,
        false);
  }

  private void add(Place place, List<String> names, boolean demonym, boolean beside) {
    for (String name : names) {
      boolean article = name.startsWith("the ");
      Words words = Words.of(article ? name.substring(4) : name);
      String letters = name.replace(".", "");
      boolean acronym = letters.length() <= 4 && letters.equals(letters.toUpperCase(Locale.ROOT));
      beginnings.add(words.get(0).key());
      aliases.putIfAbsent(
          words.key(0, words.size()), new Alias(place, demonym, beside, article, acronym));
    }
  }

  /** What a key names, or null. */
  @Nullable Alias alias(String key) {
    return aliases.get(key);
  }

  /**
   * How many words, from one on, are the longest name of a place; 0 for none.
   *
   * @param anyCase whether names in small letters count: as in a question
   */
  int longest(Words words, int from, boolean anyCase) {
    if (!beginnings.contains(words.get(from).key())) {
      return 0;
    }
    int most = Math.min(LONGEST, words.size() - from);
    for (int n = most; n > 0; n--) {
      Alias alias = contiguous(words, from, n) ? aliases.get(words.key(from, from + n)) : null;
      if (alias != null && written(words, from, n, alias, anyCase)) {
        return n;
      }
    }
    return 0;
  }

  /** The same as {@link #longest}, but of countries alone: neither capitals nor bodies. */
  int country(Words words, int from) {
    int n = longest(words, from, false);
    Alias alias = n == 0 ? null : aliases.get(words.key(from, from + n));
    return alias != null && !alias.beside() && countries.contains(alias.place()) ? n : 0;
  }

  private static boolean contiguous(Words words, int from, int n) {
    for (int i = from + 1; i < from + n; i++) {
      boolean own = words.get(i - 1).possessive() && words.get(i).spaced();
      if (!words.follows(i) && !own) {
        return false;
      }
    }
    return true;
  }

  /** "the Republic", but not "the Republic of South Africa". */
  private static boolean isWithArticle(Words words, int from, int n) {
    boolean of = words.follows(from + n) && words.get(from + n).key().equals("of");
    return !of && from > 0 && words.get(from - 1).key().equals("the");
  }

  private static boolean written(Words words, int from, int n, Alias alias, boolean anyCase) {
    Token first = words.get(from);
    if (alias.article() && !isWithArticle(words, from, n)) {
      return false;
    }
    if (alias.acronym() && !first.text().equals(first.text().toUpperCase(Locale.ROOT))) {
      return anyCase && !Lexicon.ENGLISH.isCommon(first.key());
    }
    return anyCase || (first.capital() && words.get(from + n - 1).capital());
  }
}
