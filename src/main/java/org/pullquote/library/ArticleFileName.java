package org.pullquote.library;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pullquote.article.Digest;

/**
 * What the name of a file says: whether it is an article, how that is called, what is beside it.
 */
public final class ArticleFileName {

  private static final String METADATA = "metadata.json";
  private static final String PACKED = ".gz";

  /** Notes on a folder, whatever their ending. */
  private static final Set<String> NOTES = Set.of("readme", "rights", "license", "licence");

  private static final int KEY_BYTES = 6;

  /** In characters: a name is typed, and shown in a line. */
  private static final int LONGEST = 60;

  private ArticleFileName() {}

  /** Whether a file of that name is an article: not hidden, no metadata, no note on the folder. */
  public static boolean isArticle(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return !file.startsWith(".") && !isMetadata(file) && !NOTES.contains(stem(lower));
  }

  /** Whether a file of that name may be the metadata of an article. */
  static boolean isMetadata(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return lower.equals(METADATA) || lower.endsWith("." + METADATA);
  }

  /**
   * The name without its ending, and without that of packed files: {@code page.html.gz} is page.
   */
  public static String stem(String file) {
    String unpacked =
        file.regionMatches(true, file.length() - PACKED.length(), PACKED, 0, PACKED.length())
            ? file.substring(0, file.length() - PACKED.length())
            : file;
    int dot = unpacked.lastIndexOf('.');
    return dot > 0 && dot < unpacked.length() - 1 ? unpacked.substring(0, dot) : unpacked;
  }

  /** The files where metadata of an article may stand; the first one that is there goes. */
  public static List<String> metadata(String file) {
    String stem = stem(file);
    String own = stem + "." + METADATA;
    return stem.toLowerCase(Locale.ROOT).equals("article") ? List.of(own, METADATA) : List.of(own);
  }

  /** A short name for an article of that name, which fits where the name may not. */
  public static String key(String name) {
    return new Digest().add(name).hex(KEY_BYTES);
  }

  /**
   * A name for an article that is to be kept: letters, digits and hyphens of what it is called
   * elsewhere, 60 at the most.
   *
   * @param called a headline, a file's name without ending, the end of a link
   * @return empty where there is no letter or digit in it
   */
  public static String of(String called) {
    String plain =
        Normalizer.normalize(called, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[’']", "")
            .replaceAll("[^\\p{L}\\p{M}\\p{N}_]+", "-");
    String short60 =
        plain.codePointCount(0, plain.length()) <= LONGEST
            ? plain
            : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).replaceFirst("-[^-]*$", "");
    return short60.replaceAll("^-+|-+$", "");
  }
}
