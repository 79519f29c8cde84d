package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a reader sees of a message, as lines of text: quotes behind {@code >}, folded ones behind
 * {@code >>}, bold between asterisks, links as {@code [words](address)}, buttons in brackets.
 */
final class ScreenText {

  private ScreenText() {}

  /** Something to insert. */
  private record Sign(int at, String sign) {}

  static List<String> of(JsonNode message) {
    List<String> lines = new ArrayList<>();
    SentPicture.shownIn(message)
        .map(picture -> "(a " + (picture.isDark() ? "dark" : "light") + " picture)")
        .ifPresent(lines::add);
    String photo = message.at("/photo/0/file_id").asText();
    if (photo.startsWith("http")) {
      lines.add("(the photo at " + photo + ")");
    }
    String text = message.path("text").asText(message.path("caption").asText());
    JsonNode entities =
        message.has("text") ? message.path("entities") : message.path("caption_entities");
    lines.addAll(styled(text, entities).lines().toList());
    lines.addAll(buttons(message.path("reply_markup")));
    return lines;
  }

  /** A text with signs for its entities. */
  static String styled(String text, JsonNode entities) {
    List<Sign> signs = new ArrayList<>();
    for (JsonNode entity : entities) {
      int start = entity.path("offset").asInt();
      int end = start + entity.path("length").asInt();
      switch (entity.path("type").asText()) {
        case "bold" -> {
          signs.add(new Sign(start, "**"));
          signs.add(new Sign(end, "**"));
        }
        case "text_link" -> {
          signs.add(new Sign(start, "["));
          signs.add(new Sign(end, "](" + entity.path("url").asText() + ")"));
        }
        case "blockquote" -> signs.add(new Sign(start, "> "));
        case "expandable_blockquote" -> signs.add(new Sign(start, ">> "));
        default -> throw new AssertionError("an entity that readers would not understand");
      }
    }
    // Stable: at one place, the sign of the quote stands before that of what is bold in it.
    signs.sort(Comparator.comparingInt(Sign::at));
    StringBuilder shown = new StringBuilder(text);
    for (Sign sign : signs.reversed()) {
      shown.insert(sign.at(), sign.sign());
    }
    return shown.toString();
  }

  private static List<String> buttons(JsonNode markup) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : markup.path("inline_keyboard")) {
      StringJoiner line = new StringJoiner(" ");
      row.forEach(button -> line.add("[" + button.path("text").asText() + "]"));
      lines.add(line.toString());
    }
    for (JsonNode row : markup.path("keyboard")) {
      row.forEach(button ->
          lines.add("(" + (button.isTextual() ? button : button.path("text")).asText() + ")"));
    }
    return lines;
  }
}
