package org.pullquote.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What stands on a page, as somebody else's parser of that one publisher found it.
 *
 * @param published when it was published; empty where that is not known
 * @param paragraphs its paragraphs, in order
 * @param captions its photos' captions, each with the names of its credit
 */
record PageReference(
    String published, List<String> paragraphs, Map<String, List<String>> captions) {

  PageReference {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * The versions of a page that a file describes: the same address at different times, or other
   * pages of that publisher.
   *
   * @throws IllegalArgumentException if the file has none
   */
  static List<PageReference> versions(JsonNode file) {
    List<PageReference> versions = new ArrayList<>();
    for (JsonNode version : file) {
      if (version.path("body").path("sections").isArray()) {
        versions.add(of(version));
      }
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException(
          "expected an object of versions, each with body.sections and their paragraphs");
    }
    return versions;
  }

  private static PageReference of(JsonNode version) {
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode section : version.path("body").path("sections")) {
      paragraphs.addAll(texts(section.path("paragraphs")));
    }
    Map<String, List<String>> captions = new LinkedHashMap<>();
    for (JsonNode image : version.path("images")) {
      Optional.ofNullable(image.path("caption").textValue())
          .filter(caption -> !caption.isBlank())
          .ifPresent(caption -> captions.putIfAbsent(caption, texts(image.path("authors"))));
    }
    return new PageReference(version.path("publishing_date").asText(""), paragraphs, captions);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
