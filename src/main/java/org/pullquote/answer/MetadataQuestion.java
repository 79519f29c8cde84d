package org.pullquote.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Metadata;

/** A question about the article itself that its metadata answers: who wrote it, and where it is. */
public enum MetadataQuestion {
  AUTHOR(
      "who (?:wrote|is the author of|are the authors of|authored) <this>|whose (?:article|story|piece|byline) is (?:this|it)|(?:who(?:'s| is) )?the author|which (?:journalist|reporter)s? wrote <this>") {
    @Override
    @Nullable String known(Metadata metadata) {
      List<String> authors = metadata.authors();
      return authors.isEmpty() ? null : String.join(", ", authors);
    }
  },
  PUBLISHER(
      "(?:which|what) (?:news ?paper|paper|publication|outlet|site|website|news ?site|magazine) (?:is <this> (?:from|in)|(?:published|ran|printed|carried) <this>|does <this> come from|was <this> (?:published|printed) (?:in|by))|who (?:published|is the publisher of) <this>|where (?:was <this> published|is <this> from|does <this> come from)|<this> source") {
    @Override
    @Nullable String known(Metadata metadata) {
      return metadata.publisher();
    }
  },
  PUBLISHED(
      "when was <this> (?:published|written|posted|printed)|(?:what is |what's )?the (?:date of <this>|publication date)|how old is <this>") {
    @Override
    @Nullable String known(Metadata metadata) {
      return metadata.published();
    }
  },
  URL(
      "(?:what is |what's |give me |send me )?the (?:link|url)(?: (?:to|of|for) <this>)?|where can i (?:read|find) <this>|link to <this>") {
    @Override
    @Nullable String known(Metadata metadata) {
      return metadata.url();
    }
  };

  private static final String THIS =
      "(?:this|it|(?:this |the )?(?:article|story|piece|report|text|news))(?: article| story)?";

  private final Pattern asked;

  MetadataQuestion(String asked) {
    this.asked =
        Pattern.compile(
            "(?i)(?:and |so |hey |ok |please )*(?:" + asked.replace("<this>", THIS) + ")");
  }

  /** The question that a message asks, if it asks one of these. */
  static Optional<MetadataQuestion> of(String message) {
    String plain = String.join(" ", Words.of(message));
    return Arrays.stream(values())
        .filter(question -> question.asked.matcher(plain).matches())
        .findFirst();
  }

  /** What is known, as the metadata write it; null where nothing is. */
  abstract @Nullable String known(Metadata metadata);
}
