package org.pullquote.telegram.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.chat.Button.EditAction;
import org.pullquote.chat.Button.Verdict;
import org.pullquote.chat.Choice;
import org.pullquote.chat.Page;
import org.pullquote.chat.Page.Listing;
import org.pullquote.telegram.dialogue.CallbackData.Action;
import org.pullquote.telegram.dialogue.CallbackData.Edit;
import org.pullquote.telegram.dialogue.CallbackData.Judge;
import org.pullquote.telegram.dialogue.CallbackData.Pick;
import org.pullquote.telegram.dialogue.CallbackData.Turn;

class CallbackDataTest {

  /** What Telegram takes, in bytes. */
  private static final int LIMIT = 64;

  static Stream<Action> actions() {
    Stream<Action> listings =
        Stream.of(Listing.Kind.values()).map(kind -> new Turn(new Listing(kind, 9999)));
    return Stream.concat(
        listings,
        Stream.of(
            new Judge(Verdict.GOOD),
            new Judge(Verdict.BAD),
            new Turn(new Page.First()),
            new Turn(new Page.InContext("standfirst")),
            new Turn(new Page.InContext("p12345")),
            new Turn(new Page.InContext("Intro-1.a_b")),
            new Turn(new Page.InContext("abcdefghijklmnopqrstuvwxyzabcdefghijklmn")),
            new Turn(new Page.Drawn(true)),
            new Turn(new Page.Drawn(false)),
            new Turn(new Page.Further(1)),
            new Turn(new Page.Further(9999)),
            new Turn(new Page.Shelf(16_667)),
            new Pick(Choice.STANDARD),
            new Pick(Choice.ALL),
            new Pick(new Choice("0123456789ab")),
            new Edit(EditAction.ADD),
            new Edit(EditAction.DISCARD),
            new Edit(EditAction.TAKE_BACK)));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void comesBackAsItWasSentAndFits(Action action) {
    CallbackData data = new CallbackData(AnswerContent.newId(), action);
    assertEquals(Optional.of(data), CallbackData.decode(data.encode()));
    assertTrue(data.encode().getBytes(StandardCharsets.UTF_8).length <= LIMIT, data.encode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "id:",
        ":a",
        "id:aa",
        "id:y",
        "id:xx",
        "id:b0",
        "id:s0123456789abc",
        "id:sp1",
        "id:s**",
        "id:f0",
        "id:f-1",
        "id:f99999999999",
        "id:f1:a",
        "id:c",
        "id:cabcdefghijklmnopqrstuvwxyzabcdefghijklmnop",
        "id:c../../x",
        "id:lpeople",
        "id:lpeople.0",
        "id:lnobody.1",
        "id:+-",
        "id:m",
        "id:mx",
        "i d:a",
        "idididididididididididididididididid:a",
        "id:a\n",
        "💥:a"
      })
  void isNothingWhereNoButtonSendsIt(String data) {
    assertEquals(Optional.empty(), CallbackData.decode(data));
  }

  @Test
  void givesEachAnswerAnIdOfItsOwn() {
    assertEquals(1000, Stream.generate(AnswerContent::newId).limit(1000).distinct().count());
  }
}
