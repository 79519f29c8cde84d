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
 */
public record Metadata(
    @Nullable String title,
    @Nullable String publisher,
    List<String> authors,
    @Nullable String published,
    @Nullable String url,
    @Nullable String language) {

  /** Nothing known. */
  public static final Metadata NONE = new Metadata(null, null, List.of(), null, null, null);

  public Metadata {
    authors = List.copyOf(authors);
  }

  /** The same, and where it knows nothing, what {@code other} knows. */
  public Metadata orElse(Metadata other) {
    return new Metadata(
        title != null ? title : other.title,
        publisher != null ? publisher : other.publisher,
        authors.isEmpty() ? other.authors : authors,
        published != null ? published : other.published,
        url != null ? url : other.url,
        language != null ? language : other.language);
  }

  /** The same, with that title where none was known. */
  public Metadata withTitleIfAbsent(@Nullable String headline) {
    return title != null
        ? this
        : new Metadata(headline, publisher, authors, published, url, language);
  }
}
