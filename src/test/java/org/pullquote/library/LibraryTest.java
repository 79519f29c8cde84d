package org.pullquote.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pullquote.Fixtures;
import org.pullquote.answer.Answer.NotInArticle;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.AnswerPolicy;
import org.pullquote.answer.Answerer;
import org.pullquote.answer.Context;
import org.pullquote.article.Article;
import org.pullquote.search.LibraryIndexException;
import org.pullquote.search.LuceneLibraryIndex;

class LibraryTest {

  @TempDir Path temporary;

  private LibraryStage stage;

  @BeforeEach
  void makeALibrary() throws IOException {
    stage = new LibraryStage(temporary);
    stage.write("bridge.txt", "Bridge opens", "The mayor opened the bridge on Monday.");
    stage.write("museum.txt", "Museum closes", "The director closed the museum on Friday.");
  }

  @Test
  void followsWhatIsAddedChangedAndRemoved() throws Exception {
    try (Library library = stage.open()) {
      assertEquals(2, stage.update(library));
      assertEquals(List.of("bridge", "museum"), LibraryStage.names(library));

      stage.write("harbour.txt", "Harbour grows", "Engineers widened the harbour last week.");
      stage.write("museum.txt", "Museum stays", "The director kept the museum open after all.");
      Files.delete(stage.folder.resolve("bridge.txt"));
      stage.read.clear();
      assertEquals(3, stage.update(library));

      assertEquals(List.of("harbour", "museum"), LibraryStage.names(library));
      assertEquals("Museum stays", library.named("museum").orElseThrow().article().title());
      assertEquals(List.of("harbour.txt", "museum.txt"), stage.read.stream().sorted().toList());
    }
  }

  @Test
  void readsNothingAgainThatIsAsItWas() throws Exception {
    try (Library library = stage.open()) {
      stage.update(library);
    }
    stage.read.clear();
    Files.setLastModifiedTime(
        stage.folder.resolve("bridge.txt"), FileTime.from(Instant.now().minusSeconds(9)));
    try (Library library = stage.open()) {
      assertEquals(0, stage.update(library));
      assertEquals(List.of(), stage.read);
      assertEquals(2, library.size());
    }
  }

  /** Same size, same time: what was written within a step of the file system's clock. */
  @Test
  void seesAChangeThatTheClockDoesNot() throws Exception {
    Path file = stage.folder.resolve("bridge.txt");
    FileTime then = Files.getLastModifiedTime(file);
    try (Library library = stage.open(InstantSource.system())) {
      stage.update(library);
      stage.write("bridge.txt", "Bridge opens", "The mayor opened the bridge on Sunday.");
      Files.setLastModifiedTime(file, then);
      assertEquals(1, stage.update(library));
    }
  }

  @Test
  void followsTheMetadataBesideAnArticle() throws Exception {
    Path metadata = stage.folder.resolve("bridge.metadata.json");
    try (Library library = stage.open()) {
      stage.update(library);
      for (String content : List.of("{\"publisher\": \"X\"}", "{\"publisher\": \"XY\"}")) {
        stage.read.clear();
        Files.writeString(metadata, content);
        stage.update(library);
        assertEquals(List.of("bridge.txt"), stage.read);
      }
      stage.read.clear();
      stage.update(library);
      assertEquals(List.of(), stage.read);
      Files.delete(metadata);
      stage.update(library);
      assertEquals(List.of("bridge.txt"), stage.read);
    }
  }

  @Test
  void namesAFileThatCannotBeReadOnceAndReadsTheOthers() throws Exception {
    Files.writeString(stage.folder.resolve("broken.json"), "{\"passages\": 7}");
    Files.writeString(stage.folder.resolve("RIGHTS.md"), "no article");
    Files.writeString(stage.folder.resolve(".hidden.txt"), "no article");
    try (Library library = stage.open()) {
      stage.update(library);
      stage.update(library);
      assertEquals(List.of("bridge", "museum"), LibraryStage.names(library));
      assertEquals(1, stage.faults.size(), stage.faults::toString);
      assertTrue(stage.faults.getFirst().startsWith("broken.json: "), stage.faults::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"bridge.html, is called \"bridge\"", "copy.txt, has the same passages"})
  void passesOverADuplicateAsLongAsTheOtherOneIsThere(String file, String fault) throws Exception {
    try (Library library = stage.open()) {
      stage.update(library);
      if (file.equals("copy.txt")) {
        Files.copy(stage.folder.resolve("bridge.txt"), stage.folder.resolve(file));
      } else {
        Files.writeString(
            stage.folder.resolve(file),
            "<html><body><h1>Another bridge</h1><p>Somebody else built a bridge, too.</p></body>");
      }
      stage.update(library);
      assertEquals(2, library.size());
      assertTrue(stage.faults.getFirst().contains(fault), stage.faults::toString);
      assertEquals(0, stage.update(library), "said once");

      Files.delete(stage.folder.resolve("bridge.txt"));
      stage.update(library);
      assertEquals(2, library.size());
      assertEquals(file, library.named(ArticleFileName.stem(file)).orElseThrow().file());
    }
  }

  @Test
  void forgetsAFileThatBecomesAFolder() throws Exception {
    Path file = stage.folder.resolve("bridge.txt");
    try (Library library = stage.open()) {
      Files.createDirectory(stage.folder.resolve("folder.txt"));
      assertEquals(2, stage.update(library));
      Files.delete(file);
      Files.createDirectory(file);
      assertEquals(1, stage.update(library));
      assertEquals(List.of("museum"), LibraryStage.names(library));
      assertFalse(library.has("bridge"));
      assertEquals(0, stage.update(library));
    }
  }

  @Test
  void readsNothingThatAnotherProgramHasReadSince() throws Exception {
    try (Library library = stage.open();
        Library other = stage.open()) {
      stage.update(library);
      stage.write("harbour.txt", "Harbour grows", "Engineers widened the harbour last week.");
      Files.delete(stage.folder.resolve("bridge.txt"));
      assertEquals(2, stage.update(other));
      stage.read.clear();
      assertEquals(0, stage.update(library));
      assertEquals(List.of(), stage.read);
      assertEquals(List.of("harbour", "museum"), LibraryStage.names(library));
    }
  }

  @Test
  void keepsTheIndexWhereTheFolderIsGone() throws Exception {
    try (Library library = stage.open()) {
      stage.update(library);
      Files.move(stage.folder, temporary.resolve("unmounted"));
      LibraryException gone = assertThrows(LibraryException.class, () -> stage.update(library));
      assertTrue(gone.getMessage().contains("there is no such folder"), gone.getMessage());
      assertEquals(2, library.size());
    }
  }

  @Test
  void reindexesFromScratch() throws Exception {
    try (Library library = stage.open()) {
      stage.update(library);
      stage.read.clear();
      assertEquals(2, library.reindex(UpdateListener.NONE));
      assertEquals(2, stage.read.size());
      assertEquals(2, library.size());
    }
  }

  @Test
  void keepsWhatItIsGivenToTheLastCodeUnit() throws Exception {
    Article article =
        Fixtures.article(
            "H:Bridge “opens” again / The mayor\u00a0said: \"naïve – \ud83c\udf09\tyes\". / C:A bridge");
    try (Library library = stage.open()) {
      Path file = library.add("bridge-2", article, false);
      stage.update(library);
      Article kept = library.open(library.named("bridge-2").orElseThrow()).article();
      assertEquals(article.edition(), kept.edition());
      assertEquals(article.passages().get(1).text(), kept.passages().get(1).text());
      assertTrue(Files.readString(file).contains("\n  \"passages\" : [ {\n"), "for people to read");
      assertEquals(4, Files.list(stage.folder).count() + 1, "nothing else is left there");
    }
  }

  @Test
  void addsNothingTwice() throws Exception {
    Article article = Fixtures.article("H:Harbour grows / Engineers widened the harbour.");
    try (Library library = stage.open()) {
      library.add("harbour", article, false);
      stage.update(library);
      assertThrows(LibraryException.class, () -> library.add("harbour", article, false));
      assertThrows(LibraryException.class, () -> library.add("bridge", article, false));
      LibraryException same =
          assertThrows(LibraryException.class, () -> library.add("port", article, false));
      assertTrue(same.getMessage().contains("\"harbour\""), same.getMessage());

      library.remove("harbour");
      library.add("bridge", article, true);
      stage.update(library);
      assertEquals(List.of("bridge", "museum"), LibraryStage.names(library));
      assertFalse(Files.exists(stage.folder.resolve("bridge.txt")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../bridge", "a b", ".hidden", "A"})
  void refusesNamesThatAreNone(String name) {
    Article article = Fixtures.article("H:Harbour grows / Engineers widened the harbour.");
    try (Library library = stage.open()) {
      assertThrows(LibraryException.class, () -> library.add(name, article, false));
    }
  }

  @Test
  void removesOnlyWhatIsThere() throws Exception {
    try (Library library = stage.open()) {
      assertThrows(LibraryException.class, () -> library.remove("../index"));
      Files.writeString(stage.folder.resolve("bridge.metadata.json"), "{}");
      library.remove("bridge");
      assertFalse(Files.exists(stage.folder.resolve("bridge.metadata.json")));
      stage.update(library);
      assertEquals(List.of("museum"), LibraryStage.names(library));
    }
  }

  @Test
  void opensAnArticleOnceUntilItChanges() throws Exception {
    try (Library library = stage.open()) {
      stage.update(library);
      Answerer first = library.open(library.named("bridge").orElseThrow());
      assertSame(first, library.open(library.named("bridge").orElseThrow()));
      stage.write("bridge.txt", "Bridge opens", "The minister opened the bridge on Tuesday.");
      stage.update(library);
      Answerer second = library.open(library.named("bridge").orElseThrow());
      assertTrue(second.article().passages().get(1).text().contains("minister"));
    }
  }

  @Test
  void answersFromTheArticleThatTells() throws Exception {
    try (Library library = stage.open()) {
      stage.update(library);
      AskAll all = new AskAll(library, AnswerPolicy.DEFAULT);
      Quoted mayor = (Quoted) all.answer("Who opened the bridge?", Context.NONE);
      assertEquals(
          "Bridge opens", mayor.evidence().getFirst().quote().article().metadata().title());
      Quoted director = (Quoted) all.answer("Who closed the museum?", Context.NONE);
      assertEquals(
          "The director closed the museum on Friday.",
          director.evidence().getFirst().quote().text());
      assertTrue(all.answer("What is the price of bitcoin?", Context.NONE) instanceof NotInArticle);
    }
  }

  @Test
  void saysThatAnotherProgramChangesTheIndex() throws Exception {
    try (Library library = stage.open();
        Library other = stage.open()) {
      stage.update(library);
      stage.write("harbour.txt", "Harbour grows", "Engineers widened the harbour last week.");
      try (var changes = new LuceneLibraryIndex(stage.state, null).change(false)) {
        changes.remove("nothing");
        assertThrows(LibraryIndexException.Locked.class, () -> stage.update(other));
      }
      assertEquals(1, stage.update(other));
      library.update(UpdateListener.NONE);
      assertEquals(3, library.size());
    }
  }
}
