package org.pullquote.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;

/**
 * What was found of one page.
 *
 * @param f1 of the body, over runs of four words, each as often as it occurs: the measure of Zyte's
 *     article-extraction benchmark; it counts paragraphs, not headlines and standfirst
 * @param precision the share of our runs that are in the body
 * @param paragraphs those of which a passage has exactly the words
 * @param captions those of which nine of ten words are in ours, and the other way round
 * @param otherCaptions our captions that are none of the page's
 * @param credits of those that name somebody, those where ours has each name's words
 * @param dates whether the day agrees
 * @param millis how long reading took
 */
record PageFigures(
    String name,
    double f1,
    double precision,
    Share paragraphs,
    Share captions,
    int otherCaptions,
    Share credits,
    Share dates,
    long millis) {

  private static final int RUN = 4;
  private static final double SAME = 0.9;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\u202f]+");

  /** So many of so many. */
  record Share(int found, int total) {

    static final Share NONE = new Share(0, 0);

    Share plus(Share other) {
      return new Share(found + other.found, total + other.total);
    }

    /** 1 where there was nothing to be found. */
    double value() {
      return total == 0 ? 1 : (double) found / total;
    }

    @Override
    public String toString() {
      return total == 0 ? "-" : found + "/" + total;
    }
  }

  static PageFigures of(String name, PageReference reference, Article read, long millis) {
    Map<List<String>, Integer> expected = runs(reference.paragraphs());
    Map<List<String>, Integer> found =
        runs(passages(read, PassageKind.PARAGRAPH).stream().map(Passage::text).toList());
    double common =
        expected.entrySet().stream()
            .mapToInt(run -> Math.min(run.getValue(), found.getOrDefault(run.getKey(), 0)))
            .sum();
    double precision = common / Math.max(1, total(found));
    double recall = common / Math.max(1, total(expected));
    List<Passage> captions = passages(read, PassageKind.CAPTION);
    return new PageFigures(
        name,
        common == 0 ? 0 : 2 * precision * recall / (precision + recall),
        precision,
        verbatim(reference, read),
        captions(reference, captions),
        others(reference, captions),
        credits(reference, captions),
        dates(reference, read),
        millis);
  }

  private static List<Passage> passages(Article article, PassageKind kind) {
    return article.passages().stream().filter(passage -> passage.kind() == kind).toList();
  }

  private static Map<List<String>, Integer> runs(List<String> texts) {
    List<String> words = words(String.join(" ", texts));
    Map<List<String>, Integer> runs = new HashMap<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.merge(words.subList(i, i + RUN), 1, Integer::sum);
    }
    return runs;
  }

  private static int total(Map<List<String>, Integer> runs) {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Share verbatim(PageReference reference, Article read) {
    Set<String> texts = new HashSet<>();
    read.passages().forEach(passage -> texts.add(line(passage.text())));
    long found = reference.paragraphs().stream().filter(p -> texts.contains(line(p))).count();
    return new Share((int) found, reference.paragraphs().size());
  }

  private static Share captions(PageReference reference, List<Passage> read) {
    long found = reference.captions().keySet().stream().filter(c -> like(c, read) != null).count();
    return new Share((int) found, reference.captions().size());
  }

  private static int others(PageReference reference, List<Passage> read) {
    return (int)
        read.stream()
            .filter(ours ->
                reference.captions().keySet().stream().noneMatch(c -> isSame(c, ours.text())))
            .count();
  }

  private static Share credits(PageReference reference, List<Passage> read) {
    int found = 0;
    int total = 0;
    for (Map.Entry<String, List<String>> caption : reference.captions().entrySet()) {
      if (!caption.getValue().isEmpty()) {
        total++;
        Passage ours = like(caption.getKey(), read);
        found += ours != null && names(ours.credit(), caption.getValue()) ? 1 : 0;
      }
    }
    return new Share(found, total);
  }

  private static Share dates(PageReference reference, Article read) {
    if (reference.published().isEmpty()) {
      return Share.NONE;
    }
    String ours = Objects.requireNonNullElse(read.metadata().published(), "");
    return new Share(day(reference.published()).equals(day(ours)) ? 1 : 0, 1);
  }

  /** The digits of year, month and day. */
  private static String day(String date) {
    String digits = date.replaceAll("\\D", "");
    return digits.substring(0, Math.min(8, digits.length()));
  }

  private static @Nullable Passage like(String caption, List<Passage> read) {
    return read.stream().filter(ours -> isSame(caption, ours.text())).findFirst().orElse(null);
  }

  private static boolean isSame(String one, String other) {
    Set<String> first = new HashSet<>(words(one.toLowerCase(Locale.ROOT)));
    Set<String> second = new HashSet<>(words(other.toLowerCase(Locale.ROOT)));
    int larger = Math.max(first.size(), second.size());
    first.retainAll(second);
    return larger > 0 && first.size() >= SAME * larger;
  }

  private static boolean names(@Nullable String credit, List<String> names) {
    return credit != null
        && words(credit.toLowerCase(Locale.ROOT))
            .containsAll(words(String.join(" ", names).toLowerCase(Locale.ROOT)));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String line(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }
}
