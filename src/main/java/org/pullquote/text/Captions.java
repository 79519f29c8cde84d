package org.pullquote.text;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds which blocks of a text are captions and whose photos they stand under. A caption is a block
 * that ends with a credit, that is labelled as one, that has a credit on a line of its own behind
 * it, and any block that says the same. A paragraph must never be taken for one: where only a full
 * sentence stands before a credit, it is a paragraph, unless the lines show that they belong
 * together.
 */
final class Captions {

  /** A line that stands twice is a caption from this many words on; else it may be a control. */
  private static final int FEWEST_WORDS = 5;

  /** A cut caption is known by as many words as this. */
  private static final int FEWEST_WORDS_OF_A_CUT = 4;

  /** What has fewer words over a credit is a label. */
  private static final int FEWEST_WORDS_OVER_A_CREDIT = 3;

  private static final int MOST_COMPARED = 8;

  /** "Image caption, The mayor waves", with the words in this line or in the next. */
  private static final Pattern LABELLED =
      Pattern.compile("(?i)(?:image caption|photo caption|caption)\\s*[,:]\\s*(?<caption>\\S.*)");

  private static final Pattern LABEL = Pattern.compile("(?i)(?:image|photo) caption[,:]?");

  /** "Image source, Getty Images": it stands over its caption. */
  private static final Pattern SOURCE =
      Pattern.compile("(?i)image source\\s*[,:]\\s*(?<credit>\\S.{1,100})");

  /** How captions begin that say so themselves: the words are a part of them. */
  private static final Pattern FILE_PHOTO =
      Pattern.compile(
          "(?:(?i:file (?:photo|picture|image|pic)|pictured|undated (?:photo|handout))\\s*:"
              + "|FILE(?: PHOTO)? ?[-–—:])\\s*\\S.*");

  private static final Pattern CUT = Pattern.compile("(?:…|\\.\\.\\.)$");

  private final List<Block> blocks;
  private final NavigableMap<String, CreditLine> captions = new TreeMap<>();
  private final NavigableSet<String> keys = new TreeSet<>();

  /** Blocks that are the credit, or the label, of a caption beside them. */
  private final Set<Block> parts = new HashSet<>();

  private final boolean spaced;

  Captions(List<Block> blocks) {
    this.blocks = blocks;
    blocks.forEach(block -> keys.add(block.key()));
    spaced = isSpaced(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.role() == Role.UNTOLD || block.role() == Role.CAPTION) {
        find(i, block);
      }
    }
  }

  /** The caption that a block is, if it is one. */
  Optional<CreditLine> of(Block block) {
    if (block.role() != Role.UNTOLD && block.role() != Role.CAPTION) {
      return Optional.empty();
    }
    return Optional.ofNullable(captions.get(block.key()))
        .or(() -> parse(block).map(line -> captions.get(Block.key(line.caption()))));
  }

  /** Whether a block is the credit or the label of a caption that stands beside it. */
  boolean isPart(Block block) {
    return parts.contains(block);
  }

  /** Whether a block is a longer one of the text, cut off. */
  boolean isCut(Block block) {
    String start = Block.key(CUT.matcher(block.text()).replaceFirst(""));
    boolean cut = CUT.matcher(block.text()).find();
    return block.role() == Role.UNTOLD
        && (cut || !block.endsSentence())
        && block.words() >= FEWEST_WORDS_OF_A_CUT
        && longer(start, cut ? keys : captions.navigableKeySet());
  }

  private static boolean longer(String start, NavigableSet<String> among) {
    return among.tailSet(start, false).stream()
        .limit(MOST_COMPARED)
        .anyMatch(key -> begins(key, start));
  }

  private static boolean begins(String key, String start) {
    return key.startsWith(start)
        && !CUT.matcher(key.substring(start.length())).matches()
        && !Character.isLetterOrDigit(key.charAt(start.length()));
  }

  private void find(int i, Block block) {
    if (block.role() == Role.CAPTION) {
      CaptionText told = CaptionText.parse(block.text());
      put(block.key(), told.caption(), told.credit().isEmpty() ? creditBehind(i) : told.credit());
      return;
    }
    parse(block).ifPresent(line -> captions.putIfAbsent(Block.key(line.caption()), line));
    labelled(i, block);
    creditOnItsOwn(i, block);
    boolean twice = i > 0 && blocks.get(i - 1).key().equals(block.key());
    if (twice && !block.endsSentence() && block.words() >= FEWEST_WORDS) {
      put(block.key(), block.text(), null);
    }
  }

  private void labelled(int i, Block block) {
    Matcher labelled = LABELLED.matcher(block.text());
    if (labelled.matches()) {
      putUnder(block, labelled.group("caption"), i - 1);
    } else if (i > 0 && LABEL.matcher(blocks.get(i - 1).text()).matches()) {
      parts.add(blocks.get(i - 1));
      putUnder(block, block.text(), i - 2);
    } else if (FILE_PHOTO.matcher(block.text()).matches() && parse(block).isEmpty()) {
      CaptionText told = CaptionText.parse(block.text());
      boolean whole = told.caption().isEmpty();
      put(block.key(), whole ? block.text() : told.caption(), whole ? null : told.credit());
    }
  }

  /** A caption whose credit is in its own words, or else in the source over it. */
  private void putUnder(Block block, String words, int source) {
    CaptionText told = CaptionText.parse(words);
    String credit = told.credit().isEmpty() ? sourceBefore(source) : told.credit();
    put(block.key(), told.caption(), credit);
  }

  private @Nullable String sourceBefore(int i) {
    Matcher source = i < 0 ? null : SOURCE.matcher(blocks.get(i).text());
    if (source == null || !source.matches()) {
      return null;
    }
    parts.add(blocks.get(i));
    return source.group("credit").strip();
  }

  private @Nullable String creditBehind(int i) {
    String credit =
        i + 1 < blocks.size() ? CreditLine.alone(blocks.get(i + 1).text()).orElse(null) : null;
    if (credit != null) {
      parts.add(blocks.get(i + 1));
    }
    return credit;
  }

  /** A credit on a line of its own makes the line before it a caption, where that is sure. */
  private void creditOnItsOwn(int i, Block block) {
    Optional<String> credit = CreditLine.alone(block.text());
    if (credit.isEmpty() || i == 0 || SOURCE.matcher(block.text()).matches()) {
      return;
    }
    Block before = blocks.get(i - 1);
    CreditLine known = captions.get(before.key());
    if (known != null) {
      parts.add(block);
      if (known.credit().isEmpty()) {
        captions.put(before.key(), new CreditLine(known.caption(), credit.get()));
      }
    } else if (isUnder(before, block) && hasHeadlineBefore(i - 1)) {
      parts.add(block);
      put(before.key(), before.text(), credit.get());
    }
  }

  /**
   * Whether a line is the caption over a credit: it is no sentence; or the two stand together in a
   * text whose paragraphs have blank lines between them.
   */
  private boolean isUnder(Block line, Block credit) {
    boolean together = spaced && line.line() + 1 == credit.line();
    return line.role() == Role.UNTOLD
        && line.words() >= FEWEST_WORDS_OVER_A_CREDIT
        && !line.isCapitals()
        && CreditLine.alone(line.text()).isEmpty()
        && Furniture.reasonButHeading(line).isEmpty()
        && (together || !line.endsSentence());
  }

  /**
   * The first line of some length is the headline, and what stands behind it is no caption of it.
   */
  private boolean hasHeadlineBefore(int i) {
    return blocks.subList(Math.max(0, i - MOST_COMPARED), i).stream()
        .anyMatch(block ->
            block.role() == Role.HEADLINE
                || (block.words() >= FEWEST_WORDS_OF_A_CUT
                    && !isPart(block)
                    && Furniture.reasonButHeading(block).isEmpty()));
  }

  /** Whether most blocks of a text have blank lines around them. */
  private static boolean isSpaced(List<Block> blocks) {
    int gaps = 0;
    for (int i = 1; i < blocks.size(); i++) {
      gaps += blocks.get(i).line() > blocks.get(i - 1).line() + 1 ? 1 : 0;
    }
    return 3 * gaps >= 2 * (blocks.size() - 1);
  }

  private void put(String key, String caption, @Nullable String credit) {
    if (!caption.isEmpty()) {
      captions.putIfAbsent(key, new CreditLine(caption, credit == null ? "" : credit));
    }
  }

  private Optional<CreditLine> parse(Block block) {
    return CreditLine.parse(block.text(), words -> keys.contains(Block.key(words)));
  }
}
