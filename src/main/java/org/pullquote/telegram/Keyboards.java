package org.pullquote.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Button;
import org.pullquote.chat.Reply;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/** What can be pressed under a reply, as Telegram's keyboards. */
final class Keyboards {

  private final boolean inlineMode;

  /**
   * @param inlineMode whether the bot may be called in other chats: without it, nothing can be
   *     shared that way
   */
  Keyboards(boolean inlineMode) {
    this.inlineMode = inlineMode;
  }

  /**
   * The keyboard of a reply; null where it has none.
   *
   * @param answer the id that its buttons send back; null for none that need one
   * @param isPrivate whether one reader is alone with the bot: suggestions would be in the way of
   *     others
   */
  @Nullable ReplyKeyboard of(Reply reply, @Nullable String answer, boolean isPrivate) {
    if (!reply.suggestions().isEmpty() && isPrivate) {
      return suggestions(reply.suggestions());
    }
    return buttons(reply, answer);
  }

  /** The buttons of a reply; null where it has none. */
  @Nullable InlineKeyboardMarkup buttons(Reply reply, @Nullable String answer) {
    List<InlineKeyboardRow> rows = new ArrayList<>();
    for (List<Button> row : reply.buttons()) {
      List<InlineKeyboardButton> buttons =
          row.stream().flatMap(button -> button(button, answer).stream()).toList();
      if (!buttons.isEmpty()) {
        rows.add(new InlineKeyboardRow(buttons));
      }
    }
    return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
  }

  private Optional<InlineKeyboardButton> button(Button button, @Nullable String answer) {
    InlineKeyboardButton made = new InlineKeyboardButton(button.label());
    switch (button) {
      case Button.Copy copy -> made.setCopyText(new CopyTextButton(copy.text()));
      case Button.Share share -> {
        if (!inlineMode) {
          return Optional.empty();
        }
        made.setSwitchInlineQuery(share.passage());
      }
      case Button.Open open -> {
        if (answer == null) {
          return Optional.empty();
        }
        made.setCallbackData(new CallbackData(answer, new CallbackData.Turn(open.page())).encode());
      }
      case Button.Rate rate -> {
        if (answer == null) {
          return Optional.empty();
        }
        made.setCallbackData(
            new CallbackData(answer, new CallbackData.Judge(rate.verdict())).encode());
      }
    }
    return Optional.of(made);
  }

  private static ReplyKeyboardMarkup suggestions(List<String> questions) {
    return ReplyKeyboardMarkup.builder()
        .keyboard(questions.stream().map(KeyboardRow::new).toList())
        .resizeKeyboard(true)
        .oneTimeKeyboard(true)
        .build();
  }
}
