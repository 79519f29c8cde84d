package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pullquote.Fixtures;
import org.pullquote.chat.Button.EditAction;
import org.pullquote.chat.Reply;
import org.pullquote.library.ArticleDesk;
import org.pullquote.library.Library;
import org.pullquote.library.LibraryStage;
import org.pullquote.library.UpdateListener;
import org.pullquote.store.KeptAnswer;
import org.pullquote.telegram.ReaderMessages;
import org.pullquote.telegram.delivery.SentFiles;
import org.pullquote.telegram.dialogue.IncomingUpdate.Written;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.generics.TelegramClient;

class EditorsTest {

  private static final String STORY = "Harbour grows\n\nEngineers widened the harbour last week.\n";
  private static final String DOCUMENT =
      """
      "document": {"file_id": "f", "file_unique_id": "f", "file_name": "a.txt", "file_size": %d}
      """;

  @TempDir Path folder;

  private final TelegramClient client = mock();
  private final SentFiles.Download download = mock();
  private LibraryStage stage;
  private Library library;
  private Editors editors;

  @BeforeEach
  void open() throws IOException {
    stage = new LibraryStage(folder);
    library = stage.open();
    editors =
        new Editors(Set.of(7L), new ArticleDesk(library, stage), new SentFiles(client, download));
  }

  @AfterEach
  void close() {
    library.close();
  }

  private static Message from(long user, String chat, String more) throws Exception {
    Message message = ReaderMessages.message(chat, more);
    message.getFrom().setId(user);
    return message;
  }

  @ParameterizedTest
  @CsvSource({"7, private, true", "8, private, false", "7, group, false", "7, supergroup, false"})
  void takesFilesFromAdministratorsInPrivate(long user, String chat, boolean takes)
      throws Exception {
    Message message = from(user, chat, DOCUMENT.formatted(9));
    assertEquals(takes, editors.takes(new Written(message, null)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/story, true",
    "What does https://example.org/story say?, false",
    "Who widened the harbour?, false"
  })
  void takesLinksAndNoQuestions(String text, boolean takes) throws Exception {
    Message message = from(7, "private", "\"text\": \"" + text + "\"");
    assertEquals(takes, editors.takes(new Written(message, null)));
  }

  @Test
  void takesATextThatIsTooLongForAQuestion() throws Exception {
    Message message = from(7, "private", "\"text\": \"" + "long ".repeat(201) + "\"");
    assertTrue(editors.takes(new Written(message, null)));
    message.setText("/ask " + "long ".repeat(201));
    assertFalse(editors.takes(new Written(message, null)));
  }

  private static String said(Reply reply) {
    return reply.parts().stream()
        .map(part -> part instanceof Reply.Say(String text) ? text : "")
        .collect(Collectors.joining("\n"));
  }

  private Editors.Report report(String content) throws Exception {
    File file = new File();
    file.setFilePath("documents/f");
    when(client.execute(any(GetFile.class))).thenReturn(file);
    when(download.open("documents/f"))
        .thenReturn(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    return editors.read(from(7, "private", DOCUMENT.formatted(9)), Fixtures.MESSAGES);
  }

  private Optional<Reply> press(long user, String draft, EditAction action) {
    return editors.press(user, new KeptAnswer("id", 7, 7, "", draft), action, Fixtures.MESSAGES);
  }

  private List<String> names() throws Exception {
    library.update(UpdateListener.NONE);
    return library.articles(0, 9).stream().map(file -> file.name()).toList();
  }

  @Test
  void addsWhatIsConfirmedOnceAndTakesItBack() throws Exception {
    String draft = String.valueOf(report(STORY).draft());
    assertEquals(List.of(), names());
    assertEquals(Optional.empty(), press(8, draft, EditAction.ADD));
    press(7, draft, EditAction.ADD);
    Reply again = press(7, draft, EditAction.ADD).orElseThrow();
    assertTrue(said(again).startsWith("Added as harbour-grows."), said(again));
    assertEquals(List.of("harbour-grows"), names());
    Reply undone = press(7, draft, EditAction.TAKE_BACK).orElseThrow();
    assertEquals("Taken back: harbour-grows", said(undone));
    assertEquals(List.of(), names());
  }

  @Test
  void takesNothingBackThatIsAnotherArticleByNow() throws Exception {
    String draft = String.valueOf(report(STORY).draft());
    press(7, draft, EditAction.ADD);
    stage.write("harbour-grows.json", Fixtures.article("H:Harbour shrinks / By a mile."));
    Reply kept = press(7, draft, EditAction.TAKE_BACK).orElseThrow();
    assertTrue(said(kept).startsWith("It was not taken back: "), said(kept));
    assertEquals(List.of("harbour-grows"), names());
  }

  @Test
  void findsAnotherNameWhereOneIsTaken() throws Exception {
    stage.write("harbour-grows.txt", "Harbour grows", "It is another harbour.");
    String draft = String.valueOf(report(STORY).draft());
    Reply added = press(7, draft, EditAction.ADD).orElseThrow();
    assertTrue(said(added).startsWith("Added as harbour-grows-2."), said(added));
  }

  @Test
  void refusesWhatIsThereAlready() throws Exception {
    press(7, String.valueOf(report(STORY).draft()), EditAction.ADD);
    names();
    Editors.Report again = report(STORY);
    assertEquals(null, again.draft());
    assertTrue(said(again.reply()).contains("\"harbour-grows\""), said(again.reply()));
  }

  @Test
  void fetchesNothingThatIsTooLarge() throws Exception {
    Editors.Report report =
        editors.read(from(7, "private", DOCUMENT.formatted(20_000_001)), Fixtures.MESSAGES);
    assertTrue(said(report.reply()).contains("20 MB"), said(report.reply()));
    verifyNoInteractions(client, download);
  }

  @Test
  void saysThatAFileCouldNotBeFetched() throws Exception {
    when(client.execute(any(GetFile.class))).thenReturn(new File());
    Editors.Report report =
        editors.read(from(7, "private", DOCUMENT.formatted(9)), Fixtures.MESSAGES);
    assertTrue(said(report.reply()).contains("send it again"), said(report.reply()));
  }
}
