package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pullquote.Fixtures;
import org.pullquote.article.Article;
import org.pullquote.search.LibraryIndex.Changes;

/** What every {@link LibraryIndex} does, whatever its engine. */
abstract class LibraryIndexContract {

  static final Article BRIDGE =
      Fixtures.article("H:Bridge opens / The mayor opened it. / Boats hooted on the river.");
  static final Article MUSEUM =
      Fixtures.article("H:Museum closes / The director closed it. / Nobody came.");

  /** Opens the index of this test once more. */
  abstract LibraryIndex open(@Nullable TextModel model);

  static IndexedFile file(String name, Article article) {
    return file(name, article, 7);
  }

  static IndexedFile file(String name, Article article, long modified) {
    return new IndexedFile(
        name + ".txt",
        name,
        name,
        "stamp",
        "digest of " + article.edition(),
        modified,
        IndexedArticle.of(article),
        null);
  }

  static IndexedFile fault(String name) {
    return new IndexedFile(
        name + ".txt", name, name, "stamp", "digest", 7, null, name + ".txt: has no text");
  }

  static void put(Changes changes, IndexedFile file, Article article) {
    changes.put(file, article, article.passages().stream().map(p -> List.<String>of()).toList());
  }

  static void put(LibraryIndex index, boolean anew, String name, Article article) {
    try (Changes changes = index.change(anew)) {
      put(changes, file(name, article), article);
      changes.commit();
    }
    index.refresh();
  }

  static List<String> found(LibraryIndex index) {
    TreeSet<String> found = new TreeSet<>();
    index.forEach(file -> found.add(file.file()));
    return List.copyOf(found);
  }

  static List<String> likely(LibraryIndex index, String question) {
    return index.likely(Query.of(question), 5).stream().map(each -> each.file().name()).toList();
  }

  @Test
  void findsAFileByAllThatNamesIt() {
    try (LibraryIndex index = open(null)) {
      assertEquals(0, index.size());
      assertTrue(index.file("bridge.txt").isEmpty());
      assertEquals(Map.of(), index.stamps());
      put(index, false, "bridge", BRIDGE);
      IndexedFile kept = file("bridge", BRIDGE);
      assertEquals(kept, index.file("bridge.txt").orElseThrow());
      assertEquals(kept, index.named("bridge").orElseThrow());
      assertEquals(kept, index.keyed("bridge").orElseThrow());
      assertEquals(kept, index.ofEdition(BRIDGE.edition()).orElseThrow());
      assertEquals(Map.of("bridge.txt", "stamp"), index.stamps());
      assertEquals(List.of(kept), index.articles(0, 5));
      assertEquals(List.of(), index.articles(1, 5));
    }
  }

  @Test
  void findsAFileWhateverItsNameHasInIt() {
    try (LibraryIndex index = open(null)) {
      List<String> names =
          List.of(
              "a!b", "a,b", "a b", "a\"b", "a:b*", "a\\b", "{!term}", "$a", "№ 5", "a(b)", "+-");
      try (Changes changes = index.change(false)) {
        for (String name : names) {
          put(changes, file(name, BRIDGE), BRIDGE);
        }
        changes.commit();
      }
      index.refresh();
      assertEquals(new TreeSet<>(names), new TreeSet<>(likelyNames(index, names.size())));
      for (String name : names) {
        assertEquals(file(name, BRIDGE), index.named(name).orElseThrow());
        assertEquals(file(name, BRIDGE), index.file(name + ".txt").orElseThrow());
      }
      try (Changes changes = index.change(false)) {
        names.forEach(name -> changes.remove(name + ".txt"));
        changes.commit();
      }
      index.refresh();
      assertEquals(List.of(), found(index));
      assertEquals(List.of(), likely(index, "boats on the river"));
    }
  }

  private static List<String> likelyNames(LibraryIndex index, int most) {
    return index.likely(Query.of("boats on the river"), most).stream()
        .map(each -> each.file().name())
        .toList();
  }

  @Test
  void findsTheLikelyArticleFirst() {
    try (LibraryIndex index = open(null)) {
      put(index, false, "bridge", BRIDGE);
      put(index, false, "museum", MUSEUM);
      assertEquals("museum", likely(index, "Who closed the museum?").getFirst());
      assertEquals(List.of(), likely(index, "Who was it?"));
      assertEquals(List.of(), likely(index, "{!term f=kind}article *:* \" ("));
    }
  }

  @Test
  void findsByMeaningToo() {
    try (LibraryIndex index = open(Fixtures.model())) {
      put(index, false, "bridge", BRIDGE);
      put(index, false, "museum", MUSEUM);
      assertEquals("bridge", likely(index, "Which ships sounded their horns?").getFirst());
    }
  }

  @Test
  void listsTheLastChangedFirst() {
    try (LibraryIndex index = open(null)) {
      try (Changes changes = index.change(false)) {
        put(changes, file("old", BRIDGE, 1_000_000_000_000L), BRIDGE);
        put(changes, file("new", MUSEUM, 1_700_000_000_000L), MUSEUM);
        put(changes, file("also-new", BRIDGE, 1_700_000_000_000L), BRIDGE);
        changes.putFault(fault("broken"));
        changes.commit();
      }
      index.refresh();
      assertEquals(
          List.of("also-new", "new", "old"),
          index.articles(0, 5).stream().map(IndexedFile::name).toList());
      assertEquals(List.of("new"), index.articles(1, 1).stream().map(IndexedFile::name).toList());
    }
  }

  @Test
  void replacesAFileAllAtOnce() {
    try (LibraryIndex index = open(null)) {
      put(index, false, "bridge", BRIDGE);
      put(index, false, "bridge", MUSEUM);
      assertEquals(1, index.size());
      assertEquals(List.of(), likely(index, "boats on the river"));
      assertEquals(List.of("bridge"), likely(index, "nobody came"));
      assertTrue(index.ofEdition(BRIDGE.edition()).isEmpty());
    }
  }

  @Test
  void keepsFaultsAndFindsNoArticleForThem() {
    try (LibraryIndex index = open(null)) {
      put(index, false, "bridge", BRIDGE);
      try (Changes changes = index.change(false)) {
        changes.putFault(fault("bridge"));
        changes.commit();
      }
      index.refresh();
      assertEquals(0, index.size());
      assertTrue(index.named("bridge").isEmpty());
      assertEquals(fault("bridge"), index.file("bridge.txt").orElseThrow());
      assertEquals(List.of("bridge.txt"), found(index));
      assertEquals(List.of(), likely(index, "boats on the river"));
    }
  }

  @Test
  void keepsTheNewStampOfAFileThatWasTouchedUntilItChanges() {
    try (LibraryIndex index = open(null)) {
      put(index, false, "bridge", BRIDGE);
      IndexedFile touched = file("bridge", BRIDGE).stamped("later", 8);
      try (Changes changes = index.change(false)) {
        changes.stamp(touched);
        changes.commit();
      }
      index.refresh();
      assertEquals(touched, index.file("bridge.txt").orElseThrow());
      assertEquals(touched, index.named("bridge").orElseThrow());
      assertEquals(List.of(touched), index.articles(0, 5));
      assertEquals(Map.of("bridge.txt", "later"), index.stamps());
      assertEquals(List.of("bridge"), likely(index, "boats on the river"));
      put(index, false, "bridge", MUSEUM);
      assertEquals(file("bridge", MUSEUM), index.file("bridge.txt").orElseThrow());
      assertEquals(Map.of("bridge.txt", "stamp"), index.stamps());
    }
  }

  @Test
  void forgetsAFile() {
    try (LibraryIndex index = open(null)) {
      put(index, false, "bridge", BRIDGE);
      put(index, false, "museum", MUSEUM);
      try (Changes changes = index.change(false)) {
        changes.stamp(file("bridge", BRIDGE).stamped("later", 8));
        changes.remove("bridge.txt");
        changes.commit();
      }
      index.refresh();
      assertEquals(List.of("museum.txt"), found(index));
      assertEquals(Map.of("museum.txt", "stamp"), index.stamps());
      assertEquals(List.of(), likely(index, "boats on the river"));
    }
  }

  @Test
  void keepsNothingThatWasNotCommitted() {
    try (LibraryIndex index = open(null)) {
      put(index, false, "bridge", BRIDGE);
      try (Changes changes = index.change(true)) {
        put(changes, file("museum", MUSEUM), MUSEUM);
      }
      try (Changes changes = index.change(false)) {
        changes.remove("bridge.txt");
      }
      put(index, false, "third", MUSEUM);
      assertEquals(List.of("bridge.txt", "third.txt"), found(index));
    }
  }

  @Test
  void findsTheOldUntilTheNewIsComplete() {
    try (LibraryIndex index = open(null)) {
      put(index, false, "bridge", BRIDGE);
      try (Changes changes = index.change(true)) {
        put(changes, file("museum", MUSEUM), MUSEUM);
        index.refresh();
        assertEquals(List.of("bridge.txt"), found(index));
        changes.commit();
        index.refresh();
        assertEquals(List.of("museum.txt"), found(index));
        put(changes, file("third", BRIDGE), BRIDGE);
        changes.commit();
      }
      index.refresh();
      assertEquals(List.of("museum.txt", "third.txt"), found(index));
    }
  }

  @Test
  void letsOneAtATimeChangeIt() {
    try (LibraryIndex index = open(null);
        LibraryIndex other = open(null)) {
      try (Changes changes = index.change(false)) {
        put(changes, file("bridge", BRIDGE), BRIDGE);
        assertThrows(LibraryIndexException.Locked.class, () -> other.change(false));
        assertThrows(LibraryIndexException.Locked.class, () -> other.change(true));
        changes.commit();
      }
      put(other, false, "museum", MUSEUM);
      index.refresh();
      assertEquals(List.of("bridge.txt", "museum.txt"), found(index));
    }
  }

  @Test
  void isOutdatedWhereAnotherModelMadeIt() {
    try (LibraryIndex byWords = open(null);
        LibraryIndex byMeaning = open(Fixtures.model())) {
      assertFalse(byWords.isOutdated());
      put(byWords, true, "bridge", BRIDGE);
      assertFalse(byWords.isOutdated());
      byMeaning.refresh();
      assertTrue(byMeaning.isOutdated());
    }
  }
}
