package org.pullquote.telegram.dialogue;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Button.EditAction;
import org.pullquote.chat.Button.Verdict;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Messages;
import org.pullquote.chat.Page;
import org.pullquote.chat.Reply;
import org.pullquote.chat.ReplyText;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.store.AnswerStore;
import org.pullquote.store.ChoiceStore;
import org.pullquote.store.KeptAnswer;
import org.pullquote.store.Rating;
import org.pullquote.telegram.delivery.StoredRequest;
import org.pullquote.telegram.delivery.TextHash;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.media.InputMedia;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaDocument;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Does what a press of a button asks for: within the chat that the answer stands in, for the reader
 * it was given to, and from the article as it was then.
 */
public final class PressHandler {

  /** Stands for the bytes that travel beside the request. */
  private static final String ATTACHED = "attach://map.png";

  private final Articles articles;
  private final ChoiceStore choices;
  private final AnswerStore answers;
  private final Keyboards keyboards;
  private final MapPicture pictures;
  private final Addressing addressing;
  private final Editors editors;
  private final TextHash hashes;
  private final InstantSource clock;

  /**
   * @param articles that buttons turn pages of
   * @param choices which article each chat asks
   * @param answers what was shown, by the buttons' ids
   * @param editors add articles that were handed in
   * @param hashes tell whether a question is still what was answered
   * @param clock when a rating was given
   */
  public PressHandler(
      Articles articles,
      ChoiceStore choices,
      AnswerStore answers,
      Keyboards keyboards,
      MapPicture pictures,
      Addressing addressing,
      Editors editors,
      TextHash hashes,
      InstantSource clock) {
    this.articles = articles;
    this.choices = choices;
    this.answers = answers;
    this.keyboards = keyboards;
    this.pictures = pictures;
    this.addressing = addressing;
    this.editors = editors;
    this.hashes = hashes;
    this.clock = clock;
  }

  /**
   * What to do about a press.
   *
   * @param notice ends the waiting at the button, with a word where there is one to say
   * @param edit makes what the message becomes, which may take a while; null where it stays
   */
  public record Response(AnswerCallbackQuery notice, @Nullable Edit edit) {}

  /** Makes what a message becomes. */
  public interface Edit {
    /** Null where it stays as it is. */
    @Nullable StoredRequest make();
  }

  /**
   * What to say to one press too many.
   *
   * @param aloud whether to say why nothing happens
   */
  public AnswerCallbackQuery tooMany(CallbackQuery query, boolean aloud) {
    return aloud
        ? alert(query, Messages.in(ReaderLocale.of(query.getFrom())).get("flood")).notice()
        : notice(query).build();
  }

  /** What to say to a press that could not be handled. */
  public AnswerCallbackQuery failed(CallbackQuery query) {
    return alert(query, Messages.in(ReaderLocale.of(query.getFrom())).get("press.failed")).notice();
  }

  /** Handles a press. Ratings are kept before this returns. */
  public Response handle(CallbackQuery query) {
    Locale locale = ReaderLocale.of(query.getFrom());
    Messages messages = Messages.in(locale);
    Optional<CallbackData> data =
        Optional.ofNullable(query.getData()).flatMap(CallbackData::decode);
    Optional<KeptAnswer> kept = data.flatMap(each -> answers.find(each.answer()));
    MaybeInaccessibleMessage message = query.getMessage();
    if (data.isEmpty()
        || kept.isEmpty()
        || message == null
        || kept.get().chat() != message.getChatId()) {
      return alert(query, messages.get("gone"));
    }
    return switch (data.get().action()) {
      case CallbackData.Judge(Verdict verdict) -> rate(query, kept.get(), verdict, messages);
      case CallbackData.Edit(EditAction action) ->
          editors
              .press(query.getFrom().getId(), kept.get(), action, messages)
              .map(reply ->
                  new Response(
                      notice(query).build(), () -> edit(query, kept.get(), reply, messages)))
              .orElseGet(() -> alert(query, messages.get("gone")));
      case CallbackData.Pick(Choice choice) -> pick(query, kept.get(), choice, messages);
      case CallbackData.Turn(Page page) -> turn(query, kept.get(), page, messages);
    };
  }

  private Response rate(CallbackQuery query, KeptAnswer kept, Verdict verdict, Messages messages) {
    answers.rate(
        new Rating(
            kept.id(),
            query.getFrom().getId(),
            kept.reader(),
            clock.instant(),
            verdict == Verdict.GOOD,
            question(query.getMessage(), kept.questionHash()),
            kept.questionHash(),
            kept.content()));
    return new Response(notice(query).text(messages.get("rated")).build(), null);
  }

  /**
   * The question that an answer replies to, as far as Telegram still shows it. Who has edited it
   * since would be given an answer to something else.
   */
  private @Nullable String question(MaybeInaccessibleMessage answer, String hash) {
    return answer instanceof Message message && message.getReplyToMessage() != null
        ? addressing
            .question(message.getReplyToMessage())
            .filter(question -> hashes.question(question).equals(hash))
            .orElse(null)
        : null;
  }

  private Response pick(CallbackQuery query, KeptAnswer kept, Choice choice, Messages messages) {
    if (isOfAnother(query, kept)) {
      return alert(query, messages.get("not.yours"));
    }
    if (!articles.canChoose(choice)) {
      return alert(query, messages.get("articles.gone"));
    }
    choices.choose(kept.chat(), choice.key());
    Reply chosen = articles.chosen(choice, messages);
    return new Response(notice(query).build(), () -> edit(query, kept, chosen, messages));
  }

  /** A chat that asked in its own name is not the user who presses. */
  private static boolean isOfAnother(CallbackQuery query, KeptAnswer kept) {
    return kept.reader() > 0 && kept.reader() != query.getFrom().getId();
  }

  private Optional<Reply> page(ShownAnswer shown, Page page, long chat, Messages messages) {
    return articles.page(shown, page, UpdateHandler.choice(choices, chat), messages);
  }

  private Response turn(CallbackQuery query, KeptAnswer kept, Page page, Messages messages) {
    if (isOfAnother(query, kept)) {
      return alert(query, messages.get("not.yours"));
    }
    Optional<ShownAnswer> shown = AnswerContent.read(kept.content());
    Optional<Reply> reply = shown.flatMap(each -> page(each, page, kept.chat(), messages));
    if (reply.isEmpty()) {
      return alert(query, messages.get("changed"));
    }
    Edit edit =
        page instanceof Page.Drawn
            ? () -> redraw(query, kept, reply.get(), messages)
            : () -> edit(query, kept, reply.get(), messages);
    return new Response(notice(query).build(), edit);
  }

  /** The picture in other colours; null where it cannot be drawn, and the message stays. */
  private @Nullable StoredRequest redraw(
      CallbackQuery query, KeptAnswer kept, Reply reply, Messages messages) {
    return pictures
        .of(reply)
        .map(picture -> {
          InputMedia media =
              MapPicture.isLarge(picture)
                  ? new InputMediaDocument(ATTACHED)
                  : new InputMediaPhoto(ATTACHED);
          media.setCaption(messages.get("map.title"));
          EditMessageMedia edit = new EditMessageMedia(media);
          edit.setChatId(kept.chat());
          edit.setMessageId(query.getMessage().getMessageId());
          edit.setReplyMarkup(keyboards.buttons(reply, kept.id()));
          return StoredRequest.of(edit, messages.locale()).with(picture.png());
        })
        .orElse(null);
  }

  private StoredRequest edit(CallbackQuery query, KeptAnswer kept, Reply reply, Messages messages) {
    if (query.getMessage() instanceof Message photo && photo.hasPhoto()) {
      return editCaption(query, kept, reply, messages);
    }
    ReplyText text = ReplyText.layOut(reply, TelegramRenderer.TEXT_LIMIT);
    EditMessageText edit =
        EditMessageText.builder()
            .chatId(kept.chat())
            .messageId(query.getMessage().getMessageId())
            .text(text.text())
            .entities(TelegramRenderer.entities(text))
            .linkPreviewOptions(TelegramRenderer.noPreview())
            .replyMarkup(keyboards.buttons(reply, kept.id()))
            .build();
    text.requireVerbatim(edit.getText());
    return StoredRequest.of(edit, messages.locale());
  }

  /** A message with a photo has a caption and no text. */
  private StoredRequest editCaption(
      CallbackQuery query, KeptAnswer kept, Reply reply, Messages messages) {
    ReplyText text = ReplyText.layOut(reply, TelegramRenderer.CAPTION_LIMIT);
    EditMessageCaption edit =
        EditMessageCaption.builder()
            .chatId(kept.chat())
            .messageId(query.getMessage().getMessageId())
            .caption(text.text())
            .captionEntities(TelegramRenderer.entities(text))
            .replyMarkup(keyboards.buttons(reply, kept.id()))
            .build();
    text.requireVerbatim(edit.getCaption());
    return StoredRequest.of(edit, messages.locale());
  }

  private static AnswerCallbackQuery.AnswerCallbackQueryBuilder<?, ?> notice(CallbackQuery query) {
    return AnswerCallbackQuery.builder().callbackQueryId(query.getId());
  }

  private static Response alert(CallbackQuery query, String text) {
    return new Response(notice(query).text(text).showAlert(true).build(), null);
  }
}
