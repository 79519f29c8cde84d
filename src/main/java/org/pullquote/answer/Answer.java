package org.pullquote.answer;

import java.util.List;
import java.util.Optional;
import org.pullquote.article.Passage;

/** What the article has to say to a question. */
public sealed interface Answer {

  /**
   * The passages that match the question, best first, shown or not; empty where none was looked
   * for.
   */
  default List<Passage> ranked() {
    return List.of();
  }

  /**
   * How sure it is that the article answers, 0 to 1: comparable between questions on one article.
   */
  default double confidence() {
    return 0;
  }

  /**
   * The article answers.
   *
   * @param evidence the passages that answer, best first; never empty
   */
  record Quoted(List<Evidence> evidence, List<Passage> ranked, double confidence)
      implements Answer {

    public Quoted {
      evidence = List.copyOf(evidence);
      ranked = List.copyOf(ranked);
      if (evidence.isEmpty()) {
        throw new IllegalArgumentException("an answer needs evidence");
      }
    }
  }

  /**
   * The article does not say.
   *
   * @param closest the passage that comes nearest, which is no answer
   */
  record NotInArticle(Optional<Evidence> closest, List<Passage> ranked, double confidence)
      implements Answer {

    public NotInArticle {
      ranked = List.copyOf(ranked);
    }
  }

  /**
   * The article's metadata answer: who wrote it, where it was published.
   *
   * @param value as the metadata write it
   */
  record FromMetadata(MetadataQuestion question, String value) implements Answer {}

  /** Nothing was asked of the article. */
  record SmallTalk(Kind kind) implements Answer {

    /** What the reader did instead. */
    public enum Kind {
      GREETING,
      FAREWELL,
      THANKS,
      /** "ok", "lol": heard, and nothing asked. */
      NOD,
      /** What the bot is, and what it can do. */
      ABOUT_BOT,
      /** No word that could be looked for: "?", "hm", an emoji. */
      NO_QUESTION
    }
  }
}
