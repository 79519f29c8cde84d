package org.pullquote.chat;

import java.util.ArrayList;
import java.util.List;
import org.pullquote.answer.Attribution;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Passage;

/** The line under a quote: {@code ¶ 9 · said by Mr Shoigu · via the statement · The Telegraph}. */
final class AttributionLine {

  private static final String SEPARATOR = " · ";

  private AttributionLine() {}

  static String of(Evidence evidence, Messages messages) {
    Attribution attribution = evidence.attribution();
    List<String> parts = new ArrayList<>();
    Passage passage = attribution.passage();
    String number = String.valueOf(passage.number());
    parts.add(messages.get("passage." + passage.kind().label(), number));
    if (passage.credit() != null) {
      parts.add(messages.get("credit", passage.credit()));
    }
    if (attribution.speaker() != null) {
      parts.add(messages.get("speaker", attribution.speaker().text()));
    }
    if (attribution.via() != null) {
      parts.add(messages.get("via", attribution.via().text()));
    }
    if (!evidence.quote().isWhole()) {
      parts.add(messages.get("whole", "/" + passage.id()));
    }
    if (attribution.publisher() != null) {
      parts.add(attribution.publisher());
    }
    return String.join(SEPARATOR, parts);
  }
}
