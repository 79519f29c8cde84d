package org.pullquote.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an article beside its text. Nothing here is derived: each field is as its
 * publisher or editor wrote it, and null where nobody did.
 *
 * @param title the headline
 * @param publisher the publication, such as {@code The Telegraph}
 * @param authors the people named in the byline
 * @param published date or date and time, as written
 * @param url where the article can be read
 * @param language BCP 47 tag, such as {@code en-GB}
 * @param aliases names that an editor says mean the same, a list for each person, place or thing;
 *     they help to find and are never shown
 */
public record Metadata(
    @Nullable String title,
    @Nullable String publisher,
    List<String> authors,
    @Nullable String published,
    @Nullable String url,
    @Nullable String language,
    List<List<String>> aliases) {

  /** Nothing known. */
  public static final Metadata NONE =
      new Metadata(null, null, List.of(), null, null, null, List.of());

  public Metadata {
    authors = List.copyOf(authors);
    aliases = aliases.stream().map(List::copyOf).toList();
  }

  /** The same, and where it knows nothing, what {@code other} knows. */
  public Metadata orElse(Metadata other) {
    return new Metadata(
        title != null ? title : other.title,
        publisher != null ? publisher : other.publisher,
        authors.isEmpty() ? other.authors : authors,
        published != null ? published : other.published,
        url != null ? url : other.url,
        language != null ? language : other.language,
        aliases.isEmpty() ? other.aliases : aliases);
  }

  /** The same, with that title where none was known. */
  public Metadata withTitleIfAbsent(@Nullable String headline) {
    return title != null
        ? this
        : new Metadata(headline, publisher, authors, published, url, language, aliases);
  }
}
