package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.pullquote.Fixtures;
import org.pullquote.chat.Articles;
import org.pullquote.chat.Command;
import org.pullquote.chat.Guide;
import org.pullquote.chat.ShownAnswer;
import org.pullquote.chat.ShownAnswer.Cited;
import org.pullquote.store.AnswerStore;
import org.pullquote.store.ChoiceStore;
import org.pullquote.store.KeptAnswer;
import org.pullquote.store.Rating;
import org.pullquote.telegram.delivery.SentFiles;
import org.pullquote.telegram.delivery.StoredRequest;
import org.pullquote.telegram.delivery.TextHash;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;

class PressHandlerTest {

  private static final Articles ARTICLES =
      new Articles(new Guide(Fixtures.answerer(Fixtures.ARTICLE)));

  private static final TextHash HASHES = new TextHash(new byte[] {1});

  private final AnswerStore answers = mock();
  private final ChoiceStore choices = mock();
  private final PressHandler handler =
      new PressHandler(
          ARTICLES,
          choices,
          answers,
          new Keyboards(true),
          new MapPicture(),
          new Addressing(4242, "pullquote_bot", Command.words()),
          new Editors(Set.of(), null, new SentFiles(mock(), mock())),
          HASHES,
          () -> Instant.EPOCH);

  @BeforeEach
  void keepAnAnswer() {
    when(answers.find(any())).thenReturn(Optional.empty());
    when(choices.chosen(anyLong())).thenReturn(Optional.empty());
    when(answers.find("kept")).thenReturn(Optional.of(kept(Fixtures.ARTICLE.edition())));
    when(answers.find("old")).thenReturn(Optional.of(kept("another edition")));
    when(answers.find("broken"))
        .thenReturn(Optional.of(new KeptAnswer("broken", 9, 7, "hash", "{]")));
  }

  private static KeptAnswer kept(String edition) {
    ShownAnswer shown =
        new ShownAnswer(
            edition,
            ShownAnswer.Kind.ANSWER,
            List.of(
                new Cited(
                    "c3", Fixtures.ARTICLE.passage("c3").orElseThrow().whole(), List.of(), 1)),
            List.of("p1", "p2", "p3", "p4"),
            .9,
            null);
    return AnswerContent.keep("kept", 9, 7, HASHES.question("Who laid a wreath?"), shown);
  }

  private static CallbackQuery press(String data, long chat, long user)
      throws JsonProcessingException {
    return press(data, chat, user, "/ask Who laid a wreath?");
  }

  private static CallbackQuery press(String data, long chat, long user, String asked)
      throws JsonProcessingException {
    return Fixtures.JSON.readValue(
        """
        {"id": "q", "chat_instance": "c", "data": "%s",
         "from": {"id": %d, "is_bot": false, "first_name": "R"},
         "message": {"message_id": 6, "date": 1700000000, "chat": {"id": %d, "type": "private"},
          "from": {"id": 4242, "is_bot": true, "first_name": "P"}, "text": "quote",
          "reply_to_message": {"message_id": 5, "date": 1700000000,
           "chat": {"id": %d, "type": "private"}, "text": "%s",
           "from": {"id": 7, "is_bot": false, "first_name": "R"}}}}
        """
            .formatted(data, user, chat, chat, asked),
        CallbackQuery.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an answer that is not kept | unknown:a | 9 | 7 | gone",
        "another chat than the answer's | kept:a | 10 | 7 | gone",
        "what no button sends | kept:drop table | 9 | 7 | gone",
        "no data at all | | 9 | 7 | gone",
        "somebody else's answer | kept:a | 9 | 8 | not.yours",
        "an answer from another edition | old:a | 9 | 7 | changed",
        "an answer that another version kept | broken:a | 9 | 7 | changed",
        "a passage that there is not | kept:cp99 | 9 | 7 | changed",
        "a page past the last | kept:f99 | 9 | 7 | changed",
      })
  void saysAtTheButtonWhyNothingHappens(String what, String data, long chat, long user, String key)
      throws Exception {
    PressHandler.Response response = handler.handle(press(data == null ? "" : data, chat, user));
    assertEquals(Fixtures.MESSAGES.get(key), response.notice().getText());
    assertTrue(response.notice().getShowAlert());
    assertNull(response.edit());
    verify(answers, never()).rate(any());
  }

  @ParameterizedTest
  @CsvSource({"kept:a, c3", "kept:cp5, p5", "kept:f1, p1", "kept:f2, p4"})
  void changesTheMessageIntoThePage(String data, String passage) throws Exception {
    PressHandler.Response response = handler.handle(press(data, 9, 7));
    assertNull(response.notice().getText());
    StoredRequest edit = response.edit().make();
    assertEquals("editmessagetext", edit.getMethod().toLowerCase(Locale.ROOT));
    assertEquals(6, edit.parameters().path("message_id").asInt());
    assertTrue(
        edit.parameters()
            .path("text")
            .asText()
            .contains(Fixtures.ARTICLE.passage(passage).orElseThrow().text()));
  }

  @Test
  void keepsWhatAReaderThinksWithTheQuestionThatIsStillSeen() throws Exception {
    PressHandler.Response response = handler.handle(press("kept:+", 9, 8));
    assertEquals(Fixtures.MESSAGES.get("rated"), response.notice().getText());
    ArgumentCaptor<Rating> rating = ArgumentCaptor.captor();
    verify(answers).rate(rating.capture());
    assertTrue(rating.getValue().good());
    assertEquals(8, rating.getValue().reader());
    assertEquals(7, rating.getValue().asker());
    assertEquals("Who laid a wreath?", rating.getValue().question());
  }

  /** What the answer replies to may say something else by now. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "who laid a  WREATH? | who laid a  WREATH?",
        "Who met Kim Jong-un? | ",
        "/ask | ",
      })
  void keepsNoWordsThatWereNotAnswered(String seen, String kept) throws Exception {
    handler.handle(press("kept:-", 9, 7, seen));
    ArgumentCaptor<Rating> rating = ArgumentCaptor.captor();
    verify(answers).rate(rating.capture());
    assertEquals(kept, rating.getValue().question());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheWaitingAtAButtonThatIsPressedTooOften(boolean aloud) throws Exception {
    AnswerCallbackQuery notice = handler.tooMany(press("kept:a", 9, 7), aloud);
    assertEquals("q", notice.getCallbackQueryId());
    assertEquals(aloud ? Fixtures.MESSAGES.get("flood") : null, notice.getText());
  }
}
