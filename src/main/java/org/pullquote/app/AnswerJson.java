package org.pullquote.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer;
import org.pullquote.answer.Answer.FromMetadata;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answer.SmallTalk;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;

/**
 * An answer as the JSON object of the command-line contract. All offsets count UTF-16 code units of
 * the passage's text.
 */
final class AnswerJson {

  private AnswerJson() {}

  static ObjectNode of(Answer answer, Metadata metadata) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("answered", answer instanceof Quoted || answer instanceof FromMetadata);
    json.put("confidence", answer.confidence());
    ArrayNode passages = json.putArray("passages");
    if (answer instanceof Quoted quoted) {
      quoted.evidence().forEach(evidence -> passages.add(passage(evidence)));
    }
    Optional<Evidence> closest =
        answer instanceof NotInArticle refused ? refused.closest() : Optional.empty();
    json.set("closest", closest.map(AnswerJson::passage).orElse(null));
    json.put(
        "from_metadata",
        answer instanceof FromMetadata known
            ? known.question().name().toLowerCase(Locale.ROOT)
            : null);
    json.put(
        "small_talk",
        answer instanceof SmallTalk talk ? talk.kind().name().toLowerCase(Locale.ROOT) : null);
    json.set("article", article(metadata));
    return json;
  }

  /**
   * An answer of all articles: each passage says its own, and {@code article} is that of the first.
   *
   * @param name what an article is called in the library
   */
  static ObjectNode ofAll(Answer answer, Function<Article, Optional<String>> name) {
    ObjectNode json = of(answer, Metadata.NONE);
    json.putNull("article");
    if (answer instanceof Quoted quoted) {
      for (int i = 0; i < quoted.evidence().size(); i++) {
        ObjectNode passage = (ObjectNode) json.path("passages").path(i);
        passage.set("article", article(quoted.evidence().get(i), name));
      }
      json.set("article", json.path("passages").path(0).path("article"));
    }
    if (answer instanceof NotInArticle refused && refused.closest().isPresent()) {
      ((ObjectNode) json.path("closest")).set("article", article(refused.closest().get(), name));
    }
    return json;
  }

  private static ObjectNode article(Evidence evidence, Function<Article, Optional<String>> name) {
    Article article = evidence.quote().article();
    return article(article.metadata()).put("name", name.apply(article).orElse(null));
  }

  private static ObjectNode article(Metadata metadata) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", metadata.title())
        .put("publisher", metadata.publisher())
        .put("url", metadata.url())
        .put("published", metadata.published());
  }

  private static ObjectNode passage(Evidence evidence) {
    Quote quote = evidence.quote();
    Passage passage = quote.passage();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", passage.id());
    json.put("kind", passage.kind().label());
    json.put("text", quote.text());
    json.put("start", quote.span().start());
    json.put("end", quote.span().end());
    json.put("credit", passage.credit());
    json.put("credit_answers", evidence.creditAnswers());
    json.put("speaker", text(evidence.attribution().speaker()));
    json.put("via", text(evidence.attribution().via()));
    json.put("score", evidence.score());
    ArrayNode highlights = json.putArray("highlights");
    evidence.marks().forEach(mark -> highlights.addArray().add(mark.start()).add(mark.end()));
    return json;
  }

  private static @Nullable String text(@Nullable Quote quote) {
    return quote == null ? null : quote.text();
  }
}
