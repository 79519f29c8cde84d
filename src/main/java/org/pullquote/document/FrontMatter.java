package org.pullquote.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Metadata;
import org.pullquote.text.PlainText;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a Markdown file says of itself in YAML between two lines of dashes, as most programs for
 * sites read it.
 *
 * @param metadata what the fields tell
 * @param lines how many lines it takes, from the first of the file; 0 where there is none
 */
record FrontMatter(Metadata metadata, int lines) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "\\A---[ \\t]*\\R(?<yaml>(?s:.{0,20000}?))\\R(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");

  private static final FrontMatter NONE = new FrontMatter(Metadata.NONE, 0);

  /** The front matter of a text, if it begins with some: a mapping, and not a rule over a text. */
  static FrontMatter of(String text) {
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      return NONE;
    }
    Object yaml = load(block.group("yaml"));
    return yaml instanceof Map<?, ?> fields
        ? new FrontMatter(metadata(fields), (int) block.group().lines().count())
        : NONE;
  }

  private static @Nullable Object load(String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(10).setAllowDuplicateKeys(true).build();
    try {
      return new Load(settings).loadFromString(yaml);
    } catch (YamlEngineException e) {
      // A rule over a text that has a colon somewhere.
      return null;
    }
  }

  private static Metadata metadata(Map<?, ?> yaml) {
    Map<String, Object> fields = new TreeMap<>();
    yaml.forEach((key, value) -> {
      if (value != null) {
        fields.put(String.valueOf(key).toLowerCase(Locale.ROOT), value);
      }
    });
    return new Metadata(
        first(fields, "title", "headline"),
        first(fields, "publisher", "publication", "site", "source"),
        Stream.of("authors", "author", "by", "byline")
            .map(field -> names(fields.get(field)))
            .filter(names -> !names.isEmpty())
            .findFirst()
            .orElse(List.of()),
        first(fields, "published", "date", "pubdate", "publish_date"),
        first(fields, "url", "canonical", "canonical_url", "link"),
        first(fields, "language", "lang", "locale"),
        List.of());
  }

  private static @Nullable String first(Map<String, Object> fields, String... names) {
    return Stream.of(names)
        .map(fields::get)
        .flatMap(value -> names(value).stream())
        .findFirst()
        .orElse(null);
  }

  /** The texts of a field: of one value, of a list, or of objects that have a name. */
  private static List<String> names(@Nullable Object value) {
    Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
    return values
        .map(each -> each instanceof Map<?, ?> object ? object.get("name") : each)
        .filter(Objects::nonNull)
        .filter(each -> each instanceof String || each instanceof Number)
        .map(each -> PlainText.line(each.toString()))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
