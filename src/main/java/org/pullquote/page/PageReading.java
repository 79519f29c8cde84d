package org.pullquote.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.text.Block;
import org.pullquote.text.CaptionText;
import org.pullquote.text.CreditLine;
import org.pullquote.text.Furniture;
import org.pullquote.text.PlainText;
import org.pullquote.text.ReadResult;
import org.pullquote.text.ReadResult.LeftOut;
import org.pullquote.text.ReadResult.Reason;

/** One pass over one page: from its photos, body and metadata to passages in reading order. */
final class PageReading {

  /** Stands in the page for a photo that has been read. */
  static final String PHOTO = "data-pullquote-photo";

  /** A heading that is only set in bold or in capitals has no more words. */
  private static final int MOST_HEADING_WORDS = 8;

  /** A line that is one link, and points to another page, has no more words. */
  private static final int MOST_POINTER_WORDS = 25;

  /** Between the photo over a headline and that headline stands no more than a label. */
  private static final int MOST_WORDS_BETWEEN = 30;

  /** Outside of the article, what has fewer words is not told of: the menus of the page. */
  private static final int FEWEST_WORDS = 12;

  /** Of a body with more texts, each is not looked for in every other one. */
  private static final int MOST_COMPARED = 1_000;

  /** In code units. */
  private static final int SHORTEST_PULLED_OUT = 30;

  /** What follows the end of an article is less of its texts than this, or it is no end. */
  private static final double LARGEST_TAIL = 0.34;

  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** What stands behind the headline in the title of a page: a bar or dash, and the site. */
  private static final Pattern SITE = Pattern.compile(" [|·-] [^.?!]{1,40}");

  private static final Pattern ENDS = Pattern.compile("^[\"']+|[\"'.,]+$");

  private final ArticleBuilder article;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> seenCaptions = new HashSet<>();
  private final Map<String, String> credits = new HashMap<>();
  private final Map<Element, Integer> order = new HashMap<>();
  private final Metadata metadata;
  private final List<PagePhoto> photos;
  private final PageBody body;
  private final Set<String> paragraphs;
  private final @Nullable Element container;
  private final @Nullable Element headline;
  private final @Nullable PageBlock standfirst;

  /**
   * Reads a page.
   *
   * @param page is changed: its photos and clutter are taken out
   */
  PageReading(Document page, Metadata known, SentenceSplitter splitter) {
    article = new ArticleBuilder(splitter);
    PageMetadata told = new PageMetadata(page, LinkedData.of(page));
    metadata = known.orElse(told.read());
    photos = PagePhotos.of(page);
    takeOut(page, photos);
    body = new PageBody(page);
    paragraphs = body.kept().stream().map(PageReading::bare).collect(Collectors.toSet());
    page.stream().forEach(element -> order.put(element, order.size()));
    container = body.container();
    headline = headline(page);
    int from = headline == null ? -1 : position(headline);
    standfirst =
        new Standfirst(told.descriptions().toList(), metadata.title())
            .find(body, this::position, from);
  }

  private static void takeOut(Document page, List<PagePhoto> photos) {
    photos.forEach(photo -> photo.where().empty().tagName("div").clearAttributes().attr(PHOTO, ""));
    page.select("figure:has([" + PHOTO + "]), button:has([" + PHOTO + "])")
        .forEach(Element::unwrap);
  }

  private @Nullable Element headline(Document page) {
    String title = metadata.title();
    return title == null
        ? null
        : page.select("h1").stream()
            .filter(heading -> Block.key(PlainText.line(heading.text())).equals(Block.key(title)))
            .findFirst()
            .orElse(null);
  }

  /** Where an element stands on the page, which its clutter has been taken out of. */
  private int position(Element element) {
    return order.getOrDefault(element, -1);
  }

  /**
   * Reads the page.
   *
   * @throws IllegalArgumentException if there is no article on it
   */
  ReadResult run() {
    addHeadline();
    List<PagePhoto> shown = photos.stream().filter(this::isOfTheArticle).toList();
    shown.forEach(this::note);
    TreeMap<Integer, List<Runnable>> steps = new TreeMap<>();
    shown.forEach(photo -> step(steps, photo.where(), () -> add(photo)));
    if (standfirst != null) {
      step(steps, standfirst.element(), () -> add(PassageKind.STANDFIRST, standfirst));
    }
    int end = end();
    for (int i = 0; i < body.kept().size(); i++) {
      PageBlock block = body.kept().get(i);
      boolean over = i >= end;
      step(steps, block.element(), () -> read(block, over));
    }
    steps.values().forEach(atOnce -> atOnce.forEach(Runnable::run));
    reportTheRest();
    if (!article.has(PassageKind.PARAGRAPH) && !article.has(PassageKind.CAPTION)) {
      throw new IllegalArgumentException("there is no article on the page");
    }
    return new ReadResult(article.build(metadata), leftOut);
  }

  /** Of a caption that stands twice, only one may have its credit. */
  private void note(PagePhoto photo) {
    String key = Block.key(photo.caption());
    seen.add(key);
    if (photo.credit() != null) {
      credits.putIfAbsent(key, photo.credit());
    }
  }

  private void step(Map<Integer, List<Runnable>> steps, Element where, Runnable step) {
    steps.computeIfAbsent(position(where), at -> new ArrayList<>()).add(step);
  }

  private void addHeadline() {
    if (metadata.title() != null) {
      article.add(PassageKind.HEADLINE, metadata.title(), null);
      seen.add(Block.key(metadata.title()));
    }
  }

  /** Whether a photo stands in the body, or between it and the headline, or just over that. */
  private boolean isOfTheArticle(PagePhoto photo) {
    int at = position(photo.where());
    if (at < 0 || container == null || isControl(photo)) {
      return false;
    }
    int start = position(container);
    int near = headline == null ? start : Math.min(position(headline), start);
    return photo.where().parents().contains(container)
        || (at < start && (at > near || wordsBetween(at, near) <= MOST_WORDS_BETWEEN));
  }

  private static boolean isControl(PagePhoto photo) {
    return Furniture.reasonButHeading(new Block(1, photo.caption()))
        .filter(reason -> reason == Reason.PAGE_CONTROL)
        .isPresent();
  }

  private int wordsBetween(int from, int to) {
    return body.all().stream()
        .filter(block -> position(block.element()) > from && position(block.element()) < to)
        .mapToInt(block -> block.asBlock().words())
        .sum();
  }

  /** The first of the body's texts that stands behind the end of the article. */
  private int end() {
    List<PageBlock> kept = body.kept();
    int total = kept.stream().mapToInt(block -> block.text().length()).sum();
    int left = total;
    for (int i = 0; i < kept.size(); i++) {
      if (Furniture.isEnd(kept.get(i).asBlock()) && left < LARGEST_TAIL * total) {
        return i;
      }
      left -= kept.get(i).text().length();
    }
    return kept.size();
  }

  private void read(PageBlock block, boolean over) {
    if (block.equals(standfirst) || block.element().equals(headline)) {
      return;
    }
    Optional<Reason> reason = over ? Optional.of(Reason.AFTER_THE_END) : reason(block);
    reason.ifPresentOrElse(why -> leaveOut(block, why), () -> add(PassageKind.PARAGRAPH, block));
  }

  private Optional<Reason> reason(PageBlock block) {
    Block text = block.asBlock();
    if (seen.contains(text.key()) || isTitleOfPage(text) || isPulledOut(block)) {
      return Optional.of(Reason.REPEATED);
    }
    if (isHeading(block)) {
      return Optional.of(Reason.CROSSHEAD);
    }
    if (Furniture.isAboutAuthor(text, metadata.authors())) {
      return Optional.of(Reason.ABOUT_AUTHOR);
    }
    return CreditLine.isSigned(CaptionText.credit(block.text()))
        ? Optional.of(Reason.CREDIT)
        : Furniture.reasonButHeading(text);
  }

  /** "Headline | Site": what the page is called, not what it says. */
  private boolean isTitleOfPage(Block text) {
    return metadata.title() != null
        && text.key().startsWith(Block.key(metadata.title()))
        && SITE.matcher(text.key().substring(Block.key(metadata.title()).length())).matches();
  }

  /** Whether its words stand in a longer paragraph of the article, from which it is set off. */
  private boolean isPulledOut(PageBlock block) {
    String words = bare(block);
    return words.length() >= SHORTEST_PULLED_OUT
        && paragraphs.size() <= MOST_COMPARED
        && paragraphs.stream()
            .anyMatch(other -> other.length() > words.length() && other.contains(words));
  }

  private static String bare(PageBlock block) {
    return ENDS.matcher(block.asBlock().key()).replaceAll("");
  }

  private static boolean isHeading(PageBlock block) {
    Block text = block.asBlock();
    boolean set =
        (block.isStrong() || text.isCapitals())
            && text.words() <= MOST_HEADING_WORDS
            && !text.endsSentence()
            && !DIGIT.matcher(block.text()).find();
    boolean pointer = block.isLinked() && text.words() <= MOST_POINTER_WORDS;
    return block.isHeading() || (!block.isItem() && (set || pointer));
  }

  private void add(PassageKind kind, PageBlock block) {
    seen.add(block.asBlock().key());
    article.add(kind, block.text(), null);
  }

  private void add(PagePhoto photo) {
    String key = Block.key(photo.caption());
    if (seenCaptions.add(key)) {
      article.add(null, PassageKind.CAPTION, photo.caption(), credits.get(key), photo.image());
    } else {
      leaveOut(photo, Reason.REPEATED);
    }
  }

  private void leaveOut(PageBlock block, Reason reason) {
    leftOut.add(new LeftOut(block.line(), block.text(), reason));
  }

  private void leaveOut(PagePhoto photo, Reason reason) {
    leftOut.add(new LeftOut(PageBlock.line(photo.where()), photo.caption(), reason));
  }

  /** What looks like sentences, or like a photo, and stands elsewhere on the page. */
  private void reportTheRest() {
    Set<PageBlock> kept = new HashSet<>();
    kept.addAll(body.kept());
    body.embedded().forEach(block -> leaveOut(block, Reason.EMBEDDED));
    body.all().stream()
        .filter(block -> !block.equals(standfirst) && !kept.contains(block) && isTold(block))
        .forEach(block -> leaveOut(block, Reason.ELSEWHERE));
    body.removed().stream()
        .filter(PageReading::isTold)
        .forEach(block -> leaveOut(block, Reason.ELSEWHERE));
    photos.stream()
        .filter(photo -> !isOfTheArticle(photo))
        .forEach(photo -> leaveOut(photo, Reason.ELSEWHERE));
  }

  private static boolean isTold(PageBlock block) {
    Block text = block.asBlock();
    return text.words() >= FEWEST_WORDS && text.endsSentence() && !block.isLinked();
  }
}
