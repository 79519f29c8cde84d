package org.pullquote.telegram.dialogue;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Conversation;
import org.pullquote.chat.Messages;
import org.pullquote.chat.OutOfReachException;
import org.pullquote.chat.ReaderMessage;
import org.pullquote.chat.Reply;
import org.pullquote.chat.ReplyText;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.chat.Turn;
import org.pullquote.picture.Picture;
import org.pullquote.store.Arrival;
import org.pullquote.store.ChoiceStore;
import org.pullquote.store.KeptAnswer;
import org.pullquote.store.KeptConversation;
import org.pullquote.store.StoreException;
import org.pullquote.telegram.delivery.BotMetrics.Said;
import org.pullquote.telegram.delivery.StoredRequest;
import org.pullquote.telegram.delivery.TextHash;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/** Answers one message: asks the conversation it belongs to, and dresses the reply. */
public final class UpdateHandler {

  private static final Logger log = LoggerFactory.getLogger(UpdateHandler.class);

  /** What Telegram can be told to fetch. */
  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S{1,2000}");

  private final Addressing addressing;
  private final ConversationMemory conversations;
  private final Keyboards keyboards;
  private final InlineAnswers inline;
  private final ChoiceStore choices;
  private final Editors editors;
  private final Supplier<String> ids;
  private final MapPicture pictures;
  private final TextHash hashes;
  private final Albums albums = new Albums();

  /**
   * A message answered.
   *
   * @param kept what the reply's buttons need later on; null where it has none
   * @param conversation what the store is to remember of the conversation; null where nothing
   * @param forgets whether the reader wants forgotten what is kept of them
   */
  public record Answered(
      StoredRequest reply,
      Said said,
      @Nullable KeptAnswer kept,
      @Nullable KeptConversation conversation,
      boolean forgets) {

    private Answered in(@Nullable KeptConversation other) {
      return new Answered(reply, said, kept, other, forgets);
    }
  }

  /**
   * @param choices which article each chat asks
   * @param editors take articles that are handed in
   * @param hashes stand for what was asked
   * @param ids gives each answer an id that cannot be guessed
   */
  public UpdateHandler(
      Addressing addressing,
      ConversationMemory conversations,
      Keyboards keyboards,
      InlineAnswers inline,
      ChoiceStore choices,
      Editors editors,
      MapPicture pictures,
      TextHash hashes,
      Supplier<String> ids) {
    this.addressing = addressing;
    this.conversations = conversations;
    this.keyboards = keyboards;
    this.inline = inline;
    this.choices = choices;
    this.editors = editors;
    this.pictures = pictures;
    this.hashes = hashes;
    this.ids = ids;
  }

  /** Whether a message is to be answered. */
  public boolean isForBot(Written written) {
    Message message = written.message();
    if (text(written).isPresent()) {
      albums.note(message);
      return true;
    }
    return editors.takes(written) || isFirstSent(written);
  }

  private boolean isFirstSent(Written written) {
    Message message = written.message();
    return written.guest() == null
        && !written.isEdited()
        && message.isUserMessage()
        && MessageContent.isSent(message)
        && albums.isFirst(message);
  }

  /**
   * Whether nothing is to be said to a message after all: its album is answered for what another
   * message of it says, which may have come later, or taken in elsewhere and answered before.
   */
  public boolean isAnsweredElsewhere(Written written) {
    Message message = written.message();
    return text(written).isEmpty()
        && !editors.takes(written)
        && (albums.hasWords(message) || !albums.isFirst(message));
  }

  /** What tells whether a message is changed; null where it has no words. */
  public Arrival.@Nullable Wording wording(Written written) {
    return text(written)
        .map(text ->
            new Arrival.Wording(
                IncomingUpdate.writer(written.message()), hashes.exactly(text), written.isEdited()))
        .orElse(null);
  }

  private Optional<String> text(Written written) {
    return written.guest() == null
        ? addressing.addressed(written.message())
        : addressing.summoned(written.message());
  }

  /**
   * Answers a message that is for the bot. Messages of one chat are answered one at a time.
   *
   * @throws OutOfReachException if the articles cannot be looked up at this moment
   * @throws StoreException if what was spoken of cannot be read at this moment
   */
  public Answered answer(Written written) {
    if (editors.takes(written)) {
      return handedIn(written);
    }
    Optional<String> text = text(written);
    if (text.isEmpty()) {
      return said(notice(written, "not.text"), Said.NOT_TEXT);
    }
    albums.note(written.message());
    return answer(written, text.get());
  }

  private static Answered said(StoredRequest request, Said said) {
    return new Answered(request, said, null, null, false);
  }

  /** A failure to answer is told to the reader, who would else wait for nothing. */
  private Answered answer(Written written, String text) {
    Message message = written.message();
    Locale locale = ReaderLocale.of(message.getFrom());
    try {
      ConversationKey key = ConversationKey.of(message);
      Conversation conversation = conversations.recall(key);
      // Where the bot is a guest, chats are numbered by another count.
      conversation.choose(written.guest() == null ? choice(choices, key.chat()) : Choice.STANDARD);
      Turn turn = conversation.say(new ReaderMessage(text, locale, QuotedWords.of(message)));
      if (turn.chosen() != null && written.guest() == null) {
        choices.choose(key.chat(), turn.chosen().key());
      }
      if (turn.forgets()) {
        conversations.forget(key.user());
      }
      Answered answered =
          written.guest() == null
              ? dressed(message, turn, locale)
              : asGuest(written.guest(), turn, locale);
      return turn.forgets()
          ? answered
          : answered.in(conversations.keep(key, conversation).orElse(null));
    } catch (OutOfReachException | StoreException e) {
      // It can be answered later.
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      log.error("a question could not be answered", e);
      return said(notice(written, "failed"), Said.FAILURE);
    }
  }

  /** What a chat has chosen. */
  static Choice choice(ChoiceStore choices, long chat) {
    return choices.chosen(chat).map(Choice::new).orElse(Choice.STANDARD);
  }

  private Answered asGuest(String query, Turn turn, Locale locale) {
    StoredRequest request = StoredRequest.of(inline.guest(query, turn.reply(), locale), locale);
    return new Answered(request, Said.of(turn.outcome()), null, null, turn.forgets());
  }

  private Answered dressed(Message message, Turn turn, Locale locale) {
    ShownAnswer shown = turn.shown();
    String id = shown == null ? null : ids.get();
    ReplyText text = ReplyText.layOut(turn.reply(), TelegramRenderer.TEXT_LIMIT);
    // What colours a picture has no use under words.
    ReplyKeyboard underWords = keyboards.of(turn.reply().inWords(), id, message.isUserMessage());
    StoredRequest words = inWords(message, text, underWords, locale);
    Optional<Picture> picture = pictures.of(turn.reply());
    ReplyKeyboard keyboard =
        picture.isEmpty() ? underWords : keyboards.of(turn.reply(), id, message.isUserMessage());
    return new Answered(
        picture
            .map(drawn -> drawn(words, drawn, keyboard, locale))
            .or(() -> photo(turn, text).map(words::showingPhoto))
            .orElse(words),
        Said.of(turn.outcome()),
        id == null || shown == null || keyboard == null ? null : kept(id, message, shown),
        null,
        turn.forgets());
  }

  private static StoredRequest inWords(
      Message message, ReplyText text, @Nullable ReplyKeyboard keyboard, Locale locale) {
    SendMessage send = message(message, text);
    send.setReplyMarkup(keyboard);
    text.requireVerbatim(send.getText());
    return StoredRequest.of(send, locale).besides(message);
  }

  private static StoredRequest drawn(
      StoredRequest words, Picture picture, @Nullable ReplyKeyboard keyboard, Locale locale) {
    return words.showing(
        picture.png(), Messages.in(locale).get("map.title"), MapPicture.isLarge(picture), keyboard);
  }

  /** What was read of an article that an administrator handed in. */
  private Answered handedIn(Written written) {
    Message message = written.message();
    Locale locale = ReaderLocale.of(message.getFrom());
    try {
      Editors.Report report = editors.read(message, Messages.in(locale));
      String id = ids.get();
      ReplyText text = ReplyText.layOut(report.reply(), TelegramRenderer.TEXT_LIMIT);
      String draft = report.draft();
      return new Answered(
          inWords(message, text, keyboards.buttons(report.reply(), id), locale),
          Said.COMMAND,
          draft == null
              ? null
              : new KeptAnswer(id, message.getChatId(), IncomingUpdate.writer(message), "", draft),
          null,
          false);
    } catch (RuntimeException | StackOverflowError e) {
      log.error("an article that was handed in could not be read", e);
      return said(notice(written, "failed"), Said.FAILURE);
    }
  }

  /** The address of the photo whose caption answers first; empty where the text is too long. */
  private static Optional<String> photo(Turn turn, ReplyText text) {
    boolean answers = turn.outcome() == Turn.Outcome.QUOTES;
    return answers && text.text().length() <= TelegramRenderer.CAPTION_LIMIT
        ? turn.reply().parts().stream()
            .filter(Reply.Cite.class::isInstance)
            .findFirst()
            .map(part -> ((Reply.Cite) part).quote().passage().image())
            .filter(image -> WEB.matcher(image).matches())
        : Optional.empty();
  }

  private KeptAnswer kept(String id, Message message, ShownAnswer shown) {
    return AnswerContent.keep(
        id,
        message.getChatId(),
        IncomingUpdate.writer(message),
        hashes.question(addressing.question(message).orElse("")),
        shown);
  }

  /** A reply with one of the bot's own phrases. */
  public StoredRequest notice(Written written, String key) {
    Message message = written.message();
    Locale locale = ReaderLocale.of(message.getFrom());
    Reply reply = Reply.saying(Messages.in(locale).get(key));
    if (written.guest() != null) {
      return StoredRequest.of(inline.guest(written.guest(), reply, locale), locale);
    }
    return inWords(message, ReplyText.layOut(reply, TelegramRenderer.TEXT_LIMIT), null, locale);
  }

  private static SendMessage message(Message question, ReplyText text) {
    SendMessage.SendMessageBuilder<?, ?> send =
        SendMessage.builder()
            .chatId(question.getChatId())
            .text(text.text())
            .entities(TelegramRenderer.entities(text))
            .linkPreviewOptions(TelegramRenderer.noPreview())
            .replyParameters(
                ReplyParameters.builder()
                    .messageId(question.getMessageId())
                    .allowSendingWithoutReply(true)
                    .build());
    if (question.isTopicMessage()) {
      send.messageThreadId(question.getMessageThreadId());
    }
    return send.build();
  }
}
