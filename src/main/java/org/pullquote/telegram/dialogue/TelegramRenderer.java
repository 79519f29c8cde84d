package org.pullquote.telegram.dialogue;

import java.util.ArrayList;
import java.util.List;
import org.pullquote.article.Span;
import org.pullquote.chat.ReplyText;
import org.pullquote.chat.ReplyText.PlacedLink;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * Sets off the quotes of a laid-out reply with message entities: a {@code blockquote} each, {@code
 * bold} what is marked in it. There is no parse mode, so no character of a quote can turn into
 * markup.
 */
public final class TelegramRenderer {

  /** The longest text of a message, in UTF-16 code units. */
  public static final int TEXT_LIMIT = 4096;

  /** The longest text under a photo, in UTF-16 code units. */
  public static final int CAPTION_LIMIT = 1024;

  /** Telegram ignores the entities of a message past this many. */
  public static final int MOST_ENTITIES = 100;

  /** The library has no constants for these. */
  private static final String BLOCKQUOTE = "blockquote";

  private static final String EXPANDABLE_BLOCKQUOTE = "expandable_blockquote";
  private static final String BOLD = "bold";

  private TelegramRenderer() {}

  /** Beside a quote, a preview of its link would say the same again. */
  static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  /** The entities for a text, blockquotes before what is bold in any of them. */
  static List<MessageEntity> entities(ReplyText reply) {
    List<MessageEntity> entities = new ArrayList<>();
    reply.quotes().forEach(placed -> entities.add(entity(type(placed.style()), placed.at())));
    reply.marks().forEach(mark -> entities.add(entity(BOLD, mark)));
    reply.links().forEach(link -> entities.add(link(link)));
    return List.copyOf(entities.subList(0, Math.min(entities.size(), MOST_ENTITIES)));
  }

  private static String type(ReplyText.Style style) {
    return switch (style) {
      case BLOCK -> BLOCKQUOTE;
      case FOLDED -> EXPANDABLE_BLOCKQUOTE;
      case NAME -> BOLD;
    };
  }

  private static MessageEntity entity(String type, Span at) {
    return MessageEntity.builder().type(type).offset(at.start()).length(at.length()).build();
  }

  private static MessageEntity link(PlacedLink link) {
    MessageEntity entity = entity("text_link", link.at());
    entity.setUrl(link.url());
    return entity;
  }
}
