package org.pullquote.telegram.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Button.EditAction;
import org.pullquote.chat.EditorPages;
import org.pullquote.chat.Messages;
import org.pullquote.chat.Reply;
import org.pullquote.library.ArticleDesk;
import org.pullquote.library.ArticleDesk.Submission;
import org.pullquote.library.LibraryException;
import org.pullquote.store.KeptAnswer;
import org.pullquote.telegram.delivery.SentFiles;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Takes articles from administrators, in their private chats: a file, a link, or a text that is too
 * long to be a question. What was read is kept until it is confirmed, as the content of an answer
 * that has buttons.
 */
public final class Editors {

  /** Whoever writes more has pasted something: as for questions, in UTF-16 code units. */
  private static final int LONGEST_QUESTION = 1_000;

  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<Long> admins;
  private final @Nullable ArticleDesk desk;
  private final SentFiles files;

  /**
   * @param admins numeric ids of users
   * @param desk where articles go; null where there is no library
   * @param files fetches what is sent
   */
  public Editors(Set<Long> admins, @Nullable ArticleDesk desk, SentFiles files) {
    this.admins = Set.copyOf(admins);
    this.desk = desk;
    this.files = files;
  }

  /** What is kept until it is confirmed. */
  private record Draft(String name, String article) {}

  /**
   * What an administrator gets to see.
   *
   * @param draft to keep for the buttons; null where there are none
   */
  record Report(Reply reply, @Nullable String draft) {}

  /** Whether a message hands in an article. */
  boolean takes(Written written) {
    Message message = written.message();
    return desk != null
        && written.guest() == null
        && !written.isEdited()
        && message.isUserMessage()
        && message.getFrom() != null
        && admins.contains(message.getFrom().getId())
        && (message.hasDocument() || isLink(message) || isLong(message));
  }

  private static boolean isLink(Message message) {
    return message.hasText() && LINK.matcher(message.getText().strip()).matches();
  }

  private static boolean isLong(Message message) {
    return message.hasText()
        && !message.getText().startsWith("/")
        && message.getText().length() > LONGEST_QUESTION;
  }

  /** Reads what is handed in, and says what was read. */
  Report read(Message message, Messages messages) {
    ArticleDesk open = desk;
    if (open == null) {
      return said(messages.get("admin.not.fetched"));
    }
    try {
      Document document = message.getDocument();
      if (document == null) {
        String text = message.getText().strip();
        return report(open, isLink(message) ? open.link(text) : open.text(text), messages);
      }
      if (document.getFileSize() != null && document.getFileSize() > SentFiles.LARGEST) {
        return said(messages.get("admin.too.large"));
      }
      Optional<byte[]> content = files.fetch(document.getFileId());
      return content.isEmpty()
          ? said(messages.get("admin.not.fetched"))
          : report(open, open.file(name(document), content.get()), messages);
    } catch (LibraryException e) {
      return said(messages.get("admin.unread", String.valueOf(e.getMessage())));
    }
  }

  private static String name(Document document) {
    String name = document.getFileName();
    return name == null ? "" : name.replaceAll("[/\\\\]", "_");
  }

  private static Report said(String text) {
    return new Report(Reply.saying(text), null);
  }

  private static Report report(ArticleDesk desk, Submission submission, Messages messages)
      throws LibraryException {
    String name = desk.freeName(submission.article());
    return new Report(
        EditorPages.report(submission, name, messages),
        write(new Draft(name, ArticleDesk.draft(submission.article()))));
  }

  private static String write(Draft draft) {
    try {
      return JSON.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a draft cannot be written as JSON", e);
    }
  }

  /**
   * Does what a button says to what was handed in.
   *
   * @param presser who presses it
   * @return what the message becomes; empty where that is not for who presses
   */
  Optional<Reply> press(long presser, KeptAnswer kept, EditAction action, Messages messages) {
    if (desk == null || kept.reader() != presser || !admins.contains(presser)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          press(desk, JSON.readValue(kept.content(), Draft.class), action, messages));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Reply press(ArticleDesk desk, Draft draft, EditAction action, Messages messages) {
    String failed = action == EditAction.TAKE_BACK ? "admin.not.undone" : "admin.failed";
    try {
      return switch (action) {
        case ADD -> {
          desk.add(draft.name(), draft.article());
          yield EditorPages.added(draft.name(), messages);
        }
        case TAKE_BACK -> {
          desk.takeBack(draft.name(), draft.article());
          yield Reply.saying(messages.get("admin.undone", draft.name()));
        }
        case DISCARD -> Reply.saying(messages.get("admin.discarded"));
      };
    } catch (LibraryException e) {
      return Reply.saying(messages.get(failed, String.valueOf(e.getMessage())));
    }
  }
}
