package org.pullquote.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.pullquote.text.PlainText;

/**
 * What a page says of itself in JSON-LD, by the vocabulary of schema.org. Pages are careless with
 * it: control characters, comments and lists where one value is expected are read all the same, and
 * a script that is no JSON at all says nothing.
 */
final class LinkedData {

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> ARTICLES =
      Set.of(
          "NewsArticle",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "BackgroundNewsArticle",
          "OpinionNewsArticle",
          "ReviewNewsArticle",
          "AskPublicNewsArticle",
          "Article",
          "BlogPosting",
          "LiveBlogPosting",
          "TechArticle",
          "ScholarlyArticle",
          "Report",
          "Review");

  /** Objects nested deeper than this say nothing about the page. */
  private static final int DEEPEST = 12;

  /** A page that tells of more things, or in longer scripts, has something else in mind. */
  private static final int MOST_OBJECTS = 2_000;

  private static final int LONGEST_SCRIPT = 1 << 20;

  private final List<JsonNode> objects = new ArrayList<>();

  private LinkedData() {}

  /** Reads all JSON-LD of a page. */
  static LinkedData of(Document page) {
    LinkedData data = new LinkedData();
    for (Element script : page.select("script[type*=ld+json]")) {
      if (script.data().length() > LONGEST_SCRIPT) {
        continue;
      }
      try {
        data.collect(LENIENT.readTree(strip(script.data())), 0);
      } catch (JsonProcessingException e) {
        // The page says it in another way, too, or not at all.
      }
    }
    return data;
  }

  private static String strip(String json) {
    return json.replaceAll("^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)", "")
        .replaceAll("(?:-->|//\\s*\\]\\]>|\\]\\]>)\\s*;?\\s*$", "");
  }

  private void collect(JsonNode node, int depth) {
    if (depth > DEEPEST || objects.size() >= MOST_OBJECTS) {
      return;
    }
    if (node.isObject() && node.has("@type")) {
      objects.add(node);
    }
    node.forEach(child -> collect(child, depth + 1));
  }

  /** The page's own article: of several, the one that says most of when and by whom. */
  Optional<JsonNode> article() {
    return objects.stream()
        .filter(object -> types(object).anyMatch(ARTICLES::contains))
        .filter(object -> object.has("headline") || object.has("name"))
        .max(Comparator.comparingInt(LinkedData::fullness));
  }

  private static int fullness(JsonNode object) {
    return (int)
        Stream.of("headline", "datePublished", "author", "publisher", "image", "articleBody")
            .filter(object::hasNonNull)
            .count();
  }

  /** When the page itself was published, for pages whose article does not tell. */
  Optional<String> pageDate() {
    return objects.stream()
        .filter(object -> types(object).anyMatch("WebPage"::equals))
        .flatMap(object -> text(object, "datePublished").stream())
        .findFirst();
  }

  /** The name of the site or of the organisation behind it, for an article that names none. */
  Optional<String> siteName() {
    return Stream.of("NewsMediaOrganization", "Organization", "WebSite")
        .flatMap(type -> objects.stream().filter(object -> types(object).anyMatch(type::equals)))
        .flatMap(object -> text(object, "name").stream())
        .findFirst();
  }

  /** All images that are told of, with their captions and credits. */
  Stream<JsonNode> images() {
    return objects.stream().filter(object -> types(object).anyMatch("ImageObject"::equals));
  }

  /** The object that {@code node} refers to by its {@code @id}, or the node itself. */
  private JsonNode resolve(JsonNode node) {
    if (!node.isObject() || node.size() != 1 || !node.has("@id")) {
      return node;
    }
    String id = node.path("@id").asText();
    return objects.stream()
        .filter(object -> object.size() > 1 && object.path("@id").asText().equals(id))
        .findFirst()
        .orElse(node);
  }

  /** The names in a field that holds a name, an object with one, or several of either. */
  List<String> names(JsonNode object, String field) {
    return elements(object.path(field))
        .map(this::resolve)
        .flatMap(node -> elements(node.isObject() ? node.path("name") : node))
        .filter(JsonNode::isTextual)
        .map(node -> plain(node.textValue()))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** A field that holds text, or the first of several. */
  static Optional<String> text(JsonNode object, String field) {
    return elements(object.path(field))
        .filter(JsonNode::isTextual)
        .map(node -> plain(node.textValue()))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Stream<String> types(JsonNode object) {
    return elements(object.path("@type")).map(JsonNode::asText);
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }

  /** Text without markup: publishers write entities and tags into it. */
  static String plain(String text) {
    boolean marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    String bare =
        marked ? Parser.unescapeEntities(text, false).replaceAll("<[^>]{0,200}>", "") : text;
    return PlainText.line(bare);
  }
}
