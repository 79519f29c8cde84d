package org.pullquote.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;

/**
 * The fields of a library's index, whatever the engine: a document about each file, and with it one
 * of all words of its article and one a passage.
 */
public final class LibraryFields {

  /** On all documents of a file: its name, to find them by and to read off. */
  public static final String FILE = "file";

  /** On the document about a file only: its name. */
  public static final String ABOUT_FILE = "about";

  /** On a document about a file that is searched: {@link #ARTICLE}. */
  public static final String KIND = "kind";

  public static final String ARTICLE = "article";
  public static final String NAME = "name";
  public static final String KEY = "key";
  public static final String EDITION = "edition";
  public static final String MODIFIED = "modified";
  public static final String STAMP = "stamp";
  public static final String DIGEST = "digest";
  public static final String FAULT = "fault";
  public static final String TITLE = "title";
  public static final String PUBLISHER = "publisher";
  public static final String PUBLISHED = "published";
  public static final String PASSAGES = "passages";

  /** The title of an article; English text. */
  public static final String HEADLINE = "headline";

  /** All words of an article; English text. */
  public static final String ALL = "all";

  /** The words of a passage; English text. */
  public static final String PASSAGE = "passage";

  /** Names that a passage can be found by and does not use; English text. */
  public static final String OTHER_NAMES = "names";

  /** What a passage means: a vector of length 1, compared by its dot product. */
  public static final String MEANING = "meaning";

  private LibraryFields() {}

  /** What is searched of an article as a whole: texts by their fields. */
  public static Map<String, String> whole(Article article) {
    String title = article.metadata().title();
    return Map.of(
        HEADLINE,
        title == null ? "" : title,
        ALL,
        article.passages().stream().map(LibraryFields::text).collect(Collectors.joining("\n")));
  }

  /**
   * What is searched of each passage: texts by their fields.
   *
   * @param otherNames for each passage, in reading order
   */
  public static List<Map<String, String>> passages(
      Article article, List<? extends Collection<String>> otherNames) {
    List<Map<String, String>> passages = new ArrayList<>();
    for (Passage passage : article.passages()) {
      passages.add(
          Map.of(
              PASSAGE,
              text(passage),
              OTHER_NAMES,
              String.join(" ", otherNames.get(passages.size()))));
    }
    return passages;
  }

  private static String text(Passage passage) {
    return passage.credit() == null ? passage.text() : passage.text() + "\n" + passage.credit();
  }
}
