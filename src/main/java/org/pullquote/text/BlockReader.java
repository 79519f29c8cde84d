package org.pullquote.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.text.ReadResult.LeftOut;
import org.pullquote.text.ReadResult.Reason;

/**
 * One pass over the blocks of a text or document: from blocks to passages. A caption is one
 * passage, where it first stands. What is left out is reported, with the reason.
 */
public final class BlockReader {

  /** No article has more text, in code units: a hundred and fifty thousand words. */
  public static final int MOST_TEXT = 1_000_000;

  /** What follows the end of an article is less of the text than this, or it is no end. */
  private static final double LARGEST_TAIL = 0.34;

  /** Each is looked at by some dozens of rules; a long report has a few thousand. */
  private static final int MOST_BLOCKS = 20_000;

  private static final int FEWEST_STANDFIRST_WORDS = 5;
  private static final int FEWEST_TITLE_WORDS = 2;

  private final List<Block> blocks;
  private final Metadata known;
  private final Captions captions;
  private final Bylines bylines;
  private final Set<String> seen = new HashSet<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final ArticleBuilder article;

  /** How much had been left out when the last passage was read. */
  private int lastPassage;

  /**
   * @param blocks in the order of the text
   * @param known what is known about the article; its title, if any, tells which block is the
   *     headline
   * @throws IllegalArgumentException if there are more than any article has
   */
  public BlockReader(List<Block> blocks, Metadata known, SentenceSplitter splitter) {
    if (blocks.size() > MOST_BLOCKS) {
      throw new IllegalArgumentException(
          "the text has %d lines, which no article has".formatted(blocks.size()));
    }
    this.blocks = List.copyOf(blocks);
    this.known = known;
    captions = new Captions(this.blocks);
    bylines = new Bylines(this.blocks);
    article = new ArticleBuilder(splitter);
  }

  /**
   * Reads the article.
   *
   * @throws IllegalArgumentException if there is no paragraph and no caption in it
   */
  public ReadResult read() {
    int headline = headline();
    int end = end(headline + 1);
    for (int i = 0; i < headline; i++) {
      readBeforeHeadline(blocks.get(i));
    }
    if (headline >= 0) {
      add(PassageKind.HEADLINE, blocks.get(headline));
    }
    for (int i = headline + 1; i < end; i++) {
      read(blocks.get(i));
    }
    for (int i = end; i < blocks.size(); i++) {
      leaveOut(blocks.get(i), Reason.AFTER_THE_END);
    }
    if (!article.has(PassageKind.PARAGRAPH) && !article.has(PassageKind.CAPTION)) {
      throw new IllegalArgumentException("the text has no paragraph of an article in it");
    }
    Metadata told = known.orElse(bylines.metadata());
    return new ReadResult(article.build(told.withTitleIfAbsent(title(headline))), leftOut);
  }

  private @Nullable String title(int headline) {
    return headline < 0 ? null : blocks.get(headline).text();
  }

  /** The index of the headline's block, or -1 where none looks like one. */
  private int headline() {
    if (known.title() != null) {
      String title = Block.key(known.title());
      for (int i = 0; i < blocks.size(); i++) {
        if (blocks.get(i).key().equals(title)) {
          return i;
        }
      }
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).role() == Role.HEADLINE) {
        return i;
      }
    }
    int shortTitle = -1;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (isTitle(block) && block.words() > mostLabelWords(block)) {
        return i;
      }
      if (isTitle(block) && (shortTitle < 0 || block.words() >= blocks.get(shortTitle).words())) {
        shortTitle = i;
      }
      if (block.endsSentence() && captions.of(block).isEmpty()) {
        break;
      }
    }
    return shortTitle;
  }

  /** A label over a headline ("World", "MIDDLE EAST CRISIS") has no more words than these. */
  private int mostLabelWords(Block block) {
    return block.isCapitals() ? 4 : 2;
  }

  private boolean isTitle(Block block) {
    boolean asks = block.text().endsWith("?") && block.words() <= 20;
    return (asks || !block.endsSentence())
        && block.words() >= FEWEST_TITLE_WORDS
        && block.role() == Role.UNTOLD
        && captions.of(block).isEmpty()
        && !captions.isPart(block)
        && reasonButHeading(block).isEmpty();
  }

  /** Where the article ends: at the first sign of it that leaves only a tail behind. */
  private int end(int from) {
    int total = 0;
    for (Block block : blocks.subList(from, blocks.size())) {
      total += block.text().length();
    }
    int left = total;
    for (int i = from; i < blocks.size(); i++) {
      if (Furniture.isEnd(blocks.get(i)) && left < LARGEST_TAIL * total) {
        return i;
      }
      left -= blocks.get(i).text().length();
    }
    return blocks.size();
  }

  /** Why a block is not of the article, wherever it stands; a line like a heading may be. */
  private Optional<Reason> reasonButHeading(Block block) {
    return Furniture.reason(block).filter(reason -> reason != Reason.CROSSHEAD);
  }

  private void readBeforeHeadline(Block block) {
    if (captions.of(block).isPresent() || reasonOfPlace(block).isPresent()) {
      read(block);
    } else {
      bylines.note(block);
      leaveOut(block, reasonButHeading(block).orElse(Reason.SECTION_LABEL));
    }
  }

  private void read(Block block) {
    Optional<CreditLine> caption = captions.of(block);
    Optional<Reason> reason = reasonOfPlace(block);
    if (reason.isPresent()) {
      leaveOut(block, reason.get());
    } else if (caption.isPresent()) {
      addCaption(block, caption.get());
    } else if (Furniture.isAboutAuthor(block, known.authors())) {
      leaveOut(block, Reason.ABOUT_AUTHOR);
    } else if (!article.has(PassageKind.PARAGRAPH) && bylines.note(block)) {
      leaveOut(block, Reason.BYLINE);
    } else if (isStandfirst(block)) {
      add(PassageKind.STANDFIRST, block);
    } else {
      reason(block).ifPresentOrElse(why -> leaveOut(block, why), () -> add(labelledKind(), block));
    }
  }

  /** Why a block is no passage by what its document or the blocks around it say. */
  private Optional<Reason> reasonOfPlace(Block block) {
    if (block.role().reason() != null) {
      return Optional.of(block.role().reason());
    }
    if (captions.isPart(block)) {
      return Optional.of(Reason.CAPTION_CREDIT);
    }
    return captions.isCut(block) ? Optional.of(Reason.REPEATED) : Optional.empty();
  }

  private Optional<Reason> reason(Block block) {
    if (block.role() == Role.PARAGRAPH) {
      return Optional.empty();
    }
    if (block.role() == Role.CAPTION) {
      return Optional.of(Reason.CREDIT);
    }
    boolean credit = CreditLine.alone(block.text()).isPresent();
    return Furniture.reason(block)
        .map(reason -> credit && reason == Reason.CROSSHEAD ? Reason.CREDIT : reason);
  }

  /** What the labels just before a full sentence say it is: most often nothing. */
  private PassageKind labelledKind() {
    boolean titled = leftOut.size() > lastPassage && leftOut.getLast().reason() == Reason.CROSSHEAD;
    if (titled && labelled("video")) {
      return PassageKind.CAPTION;
    }
    boolean first = !article.has(PassageKind.STANDFIRST) && !article.has(PassageKind.PARAGRAPH);
    return first && labelled("summary") ? PassageKind.STANDFIRST : PassageKind.PARAGRAPH;
  }

  private boolean labelled(String label) {
    return leftOut.subList(lastPassage, leftOut.size()).stream()
        .anyMatch(left -> Block.key(left.text()).equals(label));
  }

  /** The unpunctuated line that sums up, between the headline and the first paragraph. */
  private boolean isStandfirst(Block block) {
    if (block.role() != Role.UNTOLD) {
      return block.role() == Role.STANDFIRST;
    }
    return article.has(PassageKind.HEADLINE)
        && CreditLine.alone(block.text()).isEmpty()
        && !article.has(PassageKind.STANDFIRST)
        && !article.has(PassageKind.PARAGRAPH)
        && !block.endsSentence()
        && block.words() >= FEWEST_STANDFIRST_WORDS
        && reasonButHeading(block).isEmpty();
  }

  private void add(PassageKind kind, Block block) {
    if (seen.add(block.key())) {
      article.add(kind, block.text(), null);
      lastPassage = leftOut.size();
    } else {
      leaveOut(block, Reason.REPEATED);
    }
  }

  private void addCaption(Block block, CreditLine caption) {
    if (seen.add(Block.key(caption.caption()))) {
      String credit = caption.credit();
      article.add(
          null,
          PassageKind.CAPTION,
          caption.caption(),
          credit.isEmpty() ? null : credit,
          block.image());
      lastPassage = leftOut.size();
    } else {
      leaveOut(block, Reason.REPEATED);
    }
  }

  private void leaveOut(Block block, Reason reason) {
    leftOut.add(new LeftOut(block.line(), block.text(), reason));
  }
}
