package org.pullquote.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.article.Metadata;
import org.pullquote.text.ReadResult;

class ArticleReaderTest {

  private static final ArticleReader READER = new ArticleReader(Fixtures.SENTENCES);

  private static byte[] gzip(byte[] bytes, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < times; i++) {
        out.write(bytes);
      }
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.txt | Bridge opens in the old town\\n\\nThe mayor opened it.",
        "a | <!-- x --><!DOCTYPE html><h1>Bridge opens in the old town</h1><p>The mayor opened it.",
        "a.htm | <h1>Bridge opens in the old town</h1><p>The mayor opened it.",
        "a | {\"title\": \"x\", \"passages\": [{\"id\": \"p1\", \"kind\": \"paragraph\", \"text\": \"The mayor opened it.\"}]}",
        "a.json | [{\"id\": \"p1\", \"kind\": \"paragraph\", \"text\": \"The mayor opened it.\"}]",
      })
  void tellsTheFormatByContentAndName(String name, String text) throws Exception {
    byte[] bytes = text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
    for (byte[] form : new byte[][] {bytes, gzip(bytes, 1)}) {
      ReadResult result = READER.read(Source.file(name, form), Metadata.NONE);
      assertEquals("The mayor opened it.", result.article().passage("p1").orElseThrow().text());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.txt | '' | the text is empty",
        "a.html | <p> | there is no article on the page",
        "a.json | [ | not JSON: Unexpected end-of-input",
        "a.json | {} | expected a list of passages",
        "a.txt | \ufffe\u0000\u0001 | no paragraph",
      })
  void saysInOneLineWhatIsWrong(String name, String text, String fault) {
    UnreadableException refusal =
        assertThrows(
            UnreadableException.class,
            () ->
                READER.read(
                    Source.file(name, text.getBytes(StandardCharsets.UTF_8)), Metadata.NONE));
    assertTrue(refusal.getMessage().contains(fault), refusal::getMessage);
    assertEquals(1, refusal.getMessage().lines().count());
  }

  /** What a file says may be repeated, whatever it is: a line end, a control, a long word. */
  @ParameterizedTest
  @ValueSource(strings = {"a\\rb", "a\\u2028b", "a\\u001b[2Jb", "a\\u202eb", "LONG"})
  void saysInOneShortLineWhatAFileSays(String kind) {
    String json =
        "[{\"id\": \"p1\", \"kind\": \"%s\", \"text\": \"x\"}]"
            .formatted(kind.replace("LONG", "👍".repeat(1000)));
    UnreadableException refusal =
        assertThrows(
            UnreadableException.class,
            () ->
                READER.read(
                    Source.file("a.json", json.getBytes(StandardCharsets.UTF_8)), Metadata.NONE));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.startsWith("passage 1: there is no kind \""), message);
    assertTrue(message.length() <= 302, message);
    assertTrue(message.chars().noneMatch(c -> c < ' ' || c == 0x2028 || c == 0x202e), message);
  }

  @Test
  void refusesAFileThatUnpacksToMoreThanAnArticle() throws IOException {
    byte[] bomb = gzip(new byte[1 << 20], 200);
    assertTrue(bomb.length < 1 << 20);
    UnreadableException refusal =
        assertThrows(
            UnreadableException.class,
            () -> READER.read(Source.file("a.html.gz", bomb), Metadata.NONE));
    assertEquals("is larger than 16 MiB when unpacked, which no article is", refusal.getMessage());
  }

  @Test
  void refusesADamagedPackedFile() throws IOException {
    byte[] packed = gzip(Files.readAllBytes(Path.of("data", "article.txt")), 1);
    packed[packed.length / 2] ^= 0x55;
    assertThrows(
        UnreadableException.class,
        () -> READER.read(Source.file("a.txt.gz", packed), Metadata.NONE));
  }

  @Test
  void takesUnseenCharactersOutOfText() throws UnreadableException {
    String text = "Bridge opens in the old town\n\nThe \u202emayor\u202c op\u200bened it.";
    ReadResult result =
        READER.read(Source.file("a.txt", text.getBytes(StandardCharsets.UTF_8)), Metadata.NONE);
    assertEquals("The mayor opened it.", result.article().passage("p1").orElseThrow().text());
  }
}
