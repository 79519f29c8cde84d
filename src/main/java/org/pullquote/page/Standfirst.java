package org.pullquote.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.pullquote.text.Block;

/**
 * Finds the line under the headline that sums an article up: its element is called so, or the
 * page's description is the same and it is built unlike the paragraphs.
 */
final class Standfirst {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:stand-?first|sub-?titles?|sub-?head(?:line|ing|er)?s?|dek|deck"
              + "|summary|excerpt|strap-?line|article-?(?:intro|lead|description|summary)|lede"
              + "|abstract|sell|intro(?:duction)?|description)(?:$|[\\s_-])");

  private static final int FEWEST_WORDS = 3;
  private static final int MOST_WORDS = 80;

  private final Set<String> descriptions;
  private final String title;

  /**
   * @param descriptions what the page's fields tell of the article
   * @param title the headline, or null
   */
  Standfirst(List<String> descriptions, @Nullable String title) {
    this.descriptions = descriptions.stream().map(Block::key).collect(Collectors.toSet());
    this.title = title == null ? "" : Block.key(title);
  }

  /**
   * Finds it.
   *
   * @param position where an element stands on the page
   * @param from where the headline stands
   */
  @Nullable PageBlock find(PageBody body, ToIntFunction<Element> position, int from) {
    String make = commonMake(body.kept());
    int to =
        body.kept().stream()
            .filter(block -> PageBody.make(block).equals(make))
            .mapToInt(block -> position.applyAsInt(block.element()))
            .min()
            .orElse(0);
    return body.all().stream()
        .filter(block -> isBetween(position.applyAsInt(block.element()), from, to))
        .filter(this::isStandfirst)
        .findFirst()
        .orElse(null);
  }

  private static boolean isBetween(int at, int from, int to) {
    return at > from && at < to;
  }

  private boolean isStandfirst(PageBlock block) {
    Block text = block.asBlock();
    return text.words() >= FEWEST_WORDS
        && text.words() <= MOST_WORDS
        && !block.isLinked()
        && !text.key().equals(title)
        && (descriptions.contains(text.key()) || isNamed(block));
  }

  private static boolean isNamed(PageBlock block) {
    Element around = block.element().parent();
    return NAMED.matcher(block.element().className()).find()
        || (around != null
            && NAMED.matcher(around.className()).find()
            && around.text().length() < 2 * block.text().length());
  }

  /** How most of the body's text is built into the page. */
  private static String commonMake(List<PageBlock> body) {
    return body.stream()
        .collect(
            Collectors.groupingBy(
                PageBody::make, Collectors.summingInt(block -> block.text().length())))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
