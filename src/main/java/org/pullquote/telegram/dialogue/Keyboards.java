package org.pullquote.telegram.dialogue;

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
public final class Keyboards {

  private final boolean inlineMode;

  /**
   * @param inlineMode whether the bot may be called in other chats: without it, nothing can be
   *     shared that way
   */
  public Keyboards(boolean inlineMode) {
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
    return switch (button) {
      case Button.Copy copy -> {
        made.setCopyText(new CopyTextButton(copy.text()));
        yield Optional.of(made);
      }
      case Button.Share share -> {
        made.setSwitchInlineQuery(share.typed());
        yield Optional.of(made).filter(shared -> inlineMode);
      }
      case Button.Open open -> sendingBack(made, answer, new CallbackData.Turn(open.page()));
      case Button.Edit edit -> sendingBack(made, answer, new CallbackData.Edit(edit.action()));
      case Button.Choose choose ->
          sendingBack(made, answer, new CallbackData.Pick(choose.choice()));
      case Button.Rate rate -> sendingBack(made, answer, new CallbackData.Judge(rate.verdict()));
    };
  }

  /** What cannot say which answer it stands under is left out. */
  private static Optional<InlineKeyboardButton> sendingBack(
      InlineKeyboardButton button, @Nullable String answer, CallbackData.Action action) {
    if (answer == null) {
      return Optional.empty();
    }
    String data = new CallbackData(answer, action).encode();
    button.setCallbackData(data);
    // A passage's id that an editor chose may be longer than a button can carry.
    return Optional.of(button).filter(made -> CallbackData.decode(data).isPresent());
  }

  private static ReplyKeyboardMarkup suggestions(List<String> questions) {
    return ReplyKeyboardMarkup.builder()
        .keyboard(questions.stream().map(KeyboardRow::new).toList())
        .resizeKeyboard(true)
        .oneTimeKeyboard(true)
        .build();
  }
}
