package org.pullquote.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;

/** Articles as the JSON that {@link PassageListReader} reads. */
public final class ArticleJson {

  private ArticleJson() {}

  /** For people to read and edit, without fields that have no value. */
  public static String pretty(Article article) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, article);
    if (!article.metadata().aliases().isEmpty()) {
      ArrayNode aliases = json.putArray("aliases");
      for (List<String> same : article.metadata().aliases()) {
        ArrayNode names = aliases.addArray();
        same.forEach(names::add);
      }
      // Passages come last: there are many of them.
      json.set("passages", json.remove("passages"));
    }
    json.properties().removeIf(field -> field.getValue().isNull());
    for (JsonNode passage : json.path("passages")) {
      passage.properties().removeIf(field -> field.getValue().isNull());
    }
    return json.toPrettyString() + "\n";
  }

  /** Puts the metadata and the passages of an article into an object, null where unknown. */
  public static void put(ObjectNode json, Article article) {
    Metadata metadata = article.metadata();
    json.put("title", metadata.title());
    json.put("publisher", metadata.publisher());
    ArrayNode authors = json.putArray("authors");
    metadata.authors().forEach(authors::add);
    json.put("published", metadata.published());
    json.put("url", metadata.url());
    json.put("language", metadata.language());
    ArrayNode passages = json.putArray("passages");
    for (Passage passage : article.passages()) {
      ObjectNode item = passages.addObject();
      item.put("id", passage.id());
      item.put("kind", passage.kind().label());
      item.put("text", passage.text());
      item.put("credit", passage.credit());
      item.put("image", passage.image());
    }
  }
}
