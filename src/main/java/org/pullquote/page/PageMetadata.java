package org.pullquote.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Metadata;
import org.pullquote.text.PlainText;
import org.pullquote.text.Words;

/**
 * What a page says of its article beside the text: in JSON-LD, in its meta elements, and in the
 * places where publishers write bylines and dates. Nothing is derived: what no field tells is null.
 */
final class PageMetadata {

  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d\\d?-\\d\\d?(?:[T ].*)?|\\d{4}/\\d\\d/\\d\\d.*|\\d{8}(?:T.*)?"
              + "|(?:\\p{L}{3,9},? )?\\d{1,2} \\p{L}{3,9},? \\d{4}.*|\\p{L}{3,9} \\d{1,2}, \\d{4}.*");

  private static final List<String> DATE_FIELDS =
      List.of(
          "article:published_time",
          "article:published",
          "og:article:published_time",
          "og:published_time",
          "datepublished",
          "date_published",
          "parsely-pub-date",
          "publish-date",
          "publish_date",
          "published_time",
          "publication_date",
          "publicationdate",
          "dc.date.issued",
          "dc.date.created",
          "dcterms.created",
          "dc.date",
          "dc:date",
          "cxenseparse:recs:publishtime",
          "sailthru.date",
          "pubdate",
          "pub_date",
          "date",
          "citation_publication_date",
          "article.published",
          "bt:pubdate",
          "rnews:datepublished");

  private static final List<String> AUTHOR_FIELDS =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "byl",
          "sailthru.author",
          "dc.creator",
          "article:author_name",
          "cxenseparse:author",
          "twitter:creator:name");

  private static final Pattern BY =
      Pattern.compile("(?i)^(?:by|words by|written by|story by|from)[:\\s]+");

  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("\\s*(?:,|;|\\||\\band\\b|&)\\s+(?=\\p{Lu})");

  private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+[|–—•·»-]\\s+[^|–—•·»]{1,40}$");

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*");

  private static final int MOST_AUTHOR_CHARACTERS = 80;

  private final Document page;
  private final LinkedData data;
  private final Optional<JsonNode> article;
  private final Map<String, List<String>> metas;

  PageMetadata(Document page, LinkedData data) {
    this.page = page;
    this.data = data;
    this.article = data.article();
    this.metas = readMetas(page);
  }

  Metadata read() {
    return new Metadata(
        headline().orElse(null),
        publisher().orElse(null),
        authors(),
        published().orElse(null),
        url().orElse(null),
        language().orElse(null),
        List.of());
  }

  /**
   * The headline: the page's first-order heading that says what JSON-LD or the meta elements say,
   * since that is what a reader sees; else what they say.
   */
  Optional<String> headline() {
    Optional<String> told =
        linked("headline")
            .or(() -> meta("og:title"))
            .or(() -> meta("twitter:title"))
            .or(() -> text(page.title()))
            .map(title -> SITE_SUFFIX.matcher(title).replaceFirst(""));
    List<Element> headings = page.select("h1").stream().filter(h -> !h.text().isBlank()).toList();
    Optional<String> same =
        headings.stream()
            .map(heading -> PlainText.line(heading.text()))
            .filter(heading -> told.isEmpty() || Words.share(heading, told.get()) >= 0.5)
            .findFirst();
    return same.or(() -> headings.size() == 1 ? text(headings.getFirst().text()) : told)
        .or(() -> told);
  }

  /** What sums the article up, as the fields tell it; the page may show something else. */
  Stream<String> descriptions() {
    return Stream.of(
            linked("description"),
            linked("alternativeHeadline"),
            meta("og:description"),
            meta("description"),
            meta("twitter:description"))
        .flatMap(Optional::stream)
        .distinct();
  }

  private Optional<String> publisher() {
    return article
        .flatMap(object -> data.names(object, "publisher").stream().findFirst())
        .or(() -> meta("og:site_name"))
        .or(data::siteName)
        .or(() -> meta("application-name"))
        .or(() -> meta("dc.publisher"))
        .filter(name -> !name.contains("://"));
  }

  private List<String> authors() {
    return Stream.<List<String>>of(
            article.map(object -> data.names(object, "author")).orElse(List.of()),
            article.map(object -> data.names(object, "creator")).orElse(List.of()))
        .map(PageMetadata::people)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .or(() ->
            AUTHOR_FIELDS.stream()
                .map(field -> people(metas(field)))
                .filter(names -> !names.isEmpty())
                .findFirst())
        .orElseGet(this::signed);
  }

  /** Whom the page's byline names. */
  private List<String> signed() {
    for (String where :
        List.of(
            "[rel=author]",
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            "[class*=author-name],[class*=author__name],[class*=authorName]",
            "[class~=^byline]",
            "[class*=byline]")) {
      List<String> names = people(page.select(where).stream().map(Element::text).limit(4).toList());
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static List<String> people(List<String> fields) {
    return fields.stream()
        .map(PlainText::line)
        .map(name -> BY.matcher(name).replaceFirst(""))
        .filter(name -> !name.isEmpty() && name.length() <= MOST_AUTHOR_CHARACTERS)
        .filter(name -> !name.contains("://") && !name.startsWith("@"))
        .flatMap(name -> Arrays.stream(BETWEEN_NAMES.split(name)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private Optional<String> published() {
    return Stream.<Optional<String>>of(linked("datePublished"), linked("dateCreated"))
        .flatMap(Optional::stream)
        .filter(PageMetadata::isDate)
        .findFirst()
        .or(() ->
            DATE_FIELDS.stream()
                .flatMap(field -> metas(field).stream())
                .filter(PageMetadata::isDate)
                .findFirst())
        .or(() -> data.pageDate().filter(PageMetadata::isDate))
        .or(this::shownDate);
  }

  /** The date that the page shows near its headline. */
  private Optional<String> shownDate() {
    return page
        .select(
            "[itemprop=datePublished], time[pubdate], time[datetime], [class*=publish] time,"
                + " [class*=entry-date], [class*=post-date]")
        .stream()
        .flatMap(
            element -> Stream.of(element.attr("content"), element.attr("datetime"), element.text()))
        .map(PlainText::line)
        .filter(PageMetadata::isDate)
        .findFirst();
  }

  private static boolean isDate(String text) {
    return DATE.matcher(text).matches();
  }

  private Optional<String> url() {
    return Stream.of(
            page.select("link[rel=canonical]").attr("abs:href"),
            meta("og:url").orElse(""),
            article.flatMap(object -> LinkedData.text(object, "url")).orElse(""))
        .filter(url -> url.startsWith("http://") || url.startsWith("https://"))
        .findFirst();
  }

  private Optional<String> language() {
    return Stream.of(
            text(page.select("html").attr("lang")),
            linked("inLanguage"),
            meta("og:locale"),
            meta("content-language"),
            meta("dc.language"))
        .flatMap(Optional::stream)
        .filter(tag -> LANGUAGE.matcher(tag).matches())
        .map(tag -> tag.replace('_', '-'))
        .findFirst();
  }

  private Optional<String> linked(String field) {
    return article.flatMap(object -> LinkedData.text(object, field));
  }

  private Optional<String> meta(String name) {
    return metas(name).stream().findFirst();
  }

  /** What the meta elements of a name, a property or an item property hold. */
  private List<String> metas(String name) {
    return metas.getOrDefault(name, List.of());
  }

  private static Map<String, List<String>> readMetas(Document page) {
    Map<String, List<String>> metas = new HashMap<>();
    for (Element meta : page.select("meta[content]")) {
      String content = LinkedData.plain(meta.attr("content"));
      for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
        String name = meta.attr(key).toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !content.isEmpty()) {
          metas.computeIfAbsent(name, first -> new ArrayList<>()).add(content);
        }
      }
    }
    return metas;
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.of(PlainText.line(Objects.requireNonNullElse(text, "")))
        .filter(line -> !line.isEmpty());
  }
}
