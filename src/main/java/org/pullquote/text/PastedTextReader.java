package org.pullquote.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * Reads an article out of text as a person pastes it from a page: a headline, then paragraphs and
 * photo captions, with the page's controls and promotions in between.
 *
 * <p>A caption is a block that ends with a credit, and any block that says the same without it: it
 * is one passage, where it first stands. What the reader leaves out it reports, with the reason.
 */
public final class PastedTextReader {

  /** What follows the end of an article is less of the text than this, or it is no end. */
  private static final double LARGEST_TAIL = 0.34;

  private static final int FEWEST_STANDFIRST_WORDS = 5;
  private static final int FEWEST_TITLE_WORDS = 2;

  private final SentenceSplitter splitter;

  public PastedTextReader(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads one article.
   *
   * @param text the pasted text
   * @param known what is known about the article; its title, if any, tells which block is the
   *     headline
   * @throws IllegalArgumentException if the text has no paragraph and no caption
   */
  public ReadResult read(String text, Metadata known) {
    List<Block> blocks = BlockSplitter.split(PlainText.of(text));
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("the text is empty");
    }
    return new Reading(blocks, known).run();
  }

  /** One pass over the blocks of one text. */
  private final class Reading {
    private final List<Block> blocks;
    private final Metadata known;
    private final Map<String, CreditLine> captions = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final ArticleBuilder article = new ArticleBuilder(splitter);

    /** How much had been left out when the last passage was read. */
    private int lastPassage;

    Reading(List<Block> blocks, Metadata known) {
      this.blocks = blocks;
      this.known = known;
    }

    ReadResult run() {
      findCaptions();
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
      return new ReadResult(article.build(known.withTitleIfAbsent(title(headline))), leftOut);
    }

    private @Nullable String title(int headline) {
      return headline < 0 ? null : blocks.get(headline).text();
    }

    private void findCaptions() {
      blocks.forEach(block -> keys.add(block.key()));
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        parse(block).ifPresent(line -> captions.putIfAbsent(Block.key(line.caption()), line));
        boolean twice = i > 0 && blocks.get(i - 1).key().equals(block.key());
        if (twice && !block.endsSentence() && block.words() >= FEWEST_STANDFIRST_WORDS) {
          captions.putIfAbsent(block.key(), new CreditLine(block.text(), ""));
        }
      }
    }

    private Optional<CreditLine> parse(Block block) {
      return CreditLine.parse(block.text(), words -> keys.contains(Block.key(words)));
    }

    private Optional<CreditLine> caption(Block block) {
      return Optional.ofNullable(captions.get(block.key()))
          .or(() -> parse(block).map(line -> captions.get(Block.key(line.caption()))));
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
      int shortTitle = -1;
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        if (isTitle(block) && block.words() > mostLabelWords(block)) {
          return i;
        }
        if (isTitle(block) && (shortTitle < 0 || block.words() >= blocks.get(shortTitle).words())) {
          shortTitle = i;
        }
        if (block.endsSentence() && caption(block).isEmpty()) {
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
          && caption(block).isEmpty()
          && reasonButHeading(block).isEmpty();
    }

    /** Where the article ends: at the first sign of it that leaves only a tail behind. */
    private int end(int from) {
      int total = length(from, blocks.size());
      for (int i = from; i < blocks.size(); i++) {
        if (Furniture.isEnd(blocks.get(i)) && length(i, blocks.size()) < LARGEST_TAIL * total) {
          return i;
        }
      }
      return blocks.size();
    }

    private int length(int from, int to) {
      return blocks.subList(from, to).stream().mapToInt(block -> block.text().length()).sum();
    }

    /** Why a block is not of the article, wherever it stands; a line like a heading may be. */
    private Optional<Reason> reasonButHeading(Block block) {
      return Furniture.reason(block).filter(reason -> reason != Reason.CROSSHEAD);
    }

    private void readBeforeHeadline(Block block) {
      if (caption(block).isPresent()) {
        read(block);
      } else {
        leaveOut(block, reasonButHeading(block).orElse(Reason.SECTION_LABEL));
      }
    }

    private void read(Block block) {
      Optional<CreditLine> caption = caption(block);
      if (caption.isPresent()) {
        addCaption(block, caption.get());
      } else if (Furniture.isAboutAuthor(block, known.authors())) {
        leaveOut(block, Reason.ABOUT_AUTHOR);
      } else if (isStandfirst(block)) {
        add(PassageKind.STANDFIRST, block);
      } else {
        Furniture.reason(block)
            .ifPresentOrElse(reason -> leaveOut(block, reason), () -> add(labelledKind(), block));
      }
    }

    /** What the labels just before a full sentence say it is: most often nothing. */
    private PassageKind labelledKind() {
      boolean titled =
          leftOut.size() > lastPassage && leftOut.getLast().reason() == Reason.CROSSHEAD;
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
      return article.has(PassageKind.HEADLINE)
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
        article.add(PassageKind.CAPTION, caption.caption(), credit.isEmpty() ? null : credit);
        lastPassage = leftOut.size();
      } else {
        leaveOut(block, Reason.REPEATED);
      }
    }

    private void leaveOut(Block block, Reason reason) {
      leftOut.add(new LeftOut(block.line(), block.text(), reason));
    }
  }
}
