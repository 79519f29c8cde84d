package org.pullquote.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.ArticleBuilder;
import org.pullquote.article.Metadata;
import org.pullquote.article.PassageKind;
import org.pullquote.article.SentenceSplitter;
import org.pullquote.text.PlainText;

/**
 * Reads articles and metadata from JSON: a bare list of passages ({@code id, kind, text, credit}),
 * or an object with the metadata's fields and {@code passages}.
 */
public final class PassageListReader {

  private final SentenceSplitter splitter;

  public PassageListReader(SentenceSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * Reads one article.
   *
   * @param json a list of passages, or an object with {@code passages}
   * @param known what is known about the article; the object's own fields go before it
   * @throws IllegalArgumentException naming the passage and the field that is wrong
   */
  public Article read(JsonNode json, Metadata known) {
    JsonNode passages = json.isObject() ? json.path("passages") : json;
    if (!passages.isArray() || passages.isEmpty()) {
      throw new IllegalArgumentException("expected a list of passages, or an object that has one");
    }
    Metadata metadata = json.isObject() ? metadata(json).orElse(known) : known;
    ArticleBuilder article = new ArticleBuilder(splitter);
    @Nullable String headline = null;
    for (JsonNode passage : passages) {
      String where = "passage " + (article.size() + 1);
      PassageKind kind = kind(passage, where);
      String text = required(passage, "text", where);
      article.add(
          required(passage, "id", where),
          kind,
          text,
          text(passage, "credit"),
          text(passage, "image"));
      headline = kind == PassageKind.HEADLINE && headline == null ? text : headline;
    }
    return article.build(metadata.withTitleIfAbsent(headline));
  }

  /**
   * Reads metadata out of an object with the fields {@code title, publisher, authors, published,
   * url, language}, each of which may be missing or null.
   *
   * @throws IllegalArgumentException naming the field that has a value of the wrong type
   */
  public static Metadata metadata(JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("expected an object");
    }
    List<List<String>> aliases = new ArrayList<>();
    list(json, "aliases", "lists of names")
        .forEach(same -> aliases.add(names(same, "\"aliases\" must be a list of lists of names")));
    return new Metadata(
        text(json, "title"),
        text(json, "publisher"),
        names(list(json, "authors", "names"), "\"authors\" must be a list of names"),
        text(json, "published"),
        text(json, "url"),
        text(json, "language"),
        aliases);
  }

  private static JsonNode list(JsonNode json, String field, String of) {
    JsonNode list = json.path(field);
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      throw new IllegalArgumentException("\"" + field + "\" must be a list of " + of);
    }
    return list;
  }

  private static List<String> names(JsonNode list, String fault) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : list) {
      if (!name.isTextual()) {
        throw new IllegalArgumentException(fault);
      }
      names.add(name.textValue());
    }
    if (list.isTextual()) {
      throw new IllegalArgumentException(fault);
    }
    return names;
  }

  private static PassageKind kind(JsonNode passage, String where) {
    String label = required(passage, "kind", where);
    return PassageKind.ofLabel(label)
        .orElseThrow(
            () -> new IllegalArgumentException(where + ": there is no kind \"" + label + "\""));
  }

  private static String required(JsonNode object, String field, String where) {
    String value = text(object, field);
    if (value == null) {
      throw new IllegalArgumentException(where + ": \"" + field + "\" is missing");
    }
    return value;
  }

  private static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException("\"" + field + "\" must be text");
    }
    String plain = PlainText.of(value.textValue());
    return plain.isBlank() ? null : plain;
  }
}
