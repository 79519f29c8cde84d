package org.pullquote.library;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.library.LibraryFolder.Listing;
import org.pullquote.library.LibraryFolder.Stamp;
import org.pullquote.search.IndexedArticle;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryIndex;
import org.pullquote.search.LibraryIndex.Changes;

/**
 * Brings the index of a library up to date with its folder, once. A file whose size and time are
 * those that are kept is passed over; of another one the digest says whether it is another one, and
 * only then it is read. Files are read side by side and put into the index in their order. All
 * changes are committed together; where they take long, the ones so far.
 */
final class LibraryUpdate {

  /** So many articles are committed together at the most: their names are held until then. */
  private static final int MOST_PENDING = 5_000;

  /**
   * So long until what was read is committed: as much is done again after a crash. A commit waits
   * for the disk, and leaves a segment to be merged.
   */
  private static final Duration PENDING = Duration.ofSeconds(30);

  /**
   * A file that was touched so lately may be touched again without a sign of it: clocks of file
   * systems have steps, of two seconds in the worst of them (FAT).
   */
  private static final Duration UNSETTLED = Duration.ofSeconds(2);

  private final LibraryFolder folder;
  private final LibraryIndex index;
  private final ArticlePipeline pipeline;
  private final InstantSource clock;
  private final boolean anew;
  private final UpdateListener listener;

  /** What this batch put there and a search does not find yet: files by name and by edition. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, String> editions = new HashMap<>();
  private @Nullable Changes changes;
  private int pending;
  private long committed;
  private int changed;

  /**
   * @param anew whether to read all files, whatever is kept of them
   */
  LibraryUpdate(
      LibraryFolder folder,
      LibraryIndex index,
      ArticlePipeline pipeline,
      InstantSource clock,
      boolean anew,
      UpdateListener listener) {
    this.folder = folder;
    this.index = index;
    this.pipeline = pipeline;
    this.clock = clock;
    if (!anew) {
      // Another program may have brought it up to date.
      index.refresh();
    }
    this.anew = anew || index.isOutdated();
    this.listener = listener;
  }

  /**
   * Does it.
   *
   * @return how many files were put into the index or taken out
   * @throws LibraryException if the folder cannot be read
   */
  int run() throws LibraryException {
    committed = clock.millis();
    try (ReadAhead<Content> reading = new ReadAhead<>(this::take)) {
      Listing files = folder.list();
      Map<String, String> stamps = anew ? new HashMap<>() : index.stamps();
      listener.total(files.articles().size());
      for (String file : files.articles()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new LibraryException("the update of the library was stopped");
        }
        check(file, files, stamps, reading);
      }
      reading.finish();
      if (anew) {
        changes();
      }
      stamps.keySet().forEach(this::forgetIfGone);
      commit();
      return changed;
    } finally {
      if (changes != null) {
        changes.close();
      }
    }
  }

  /**
   * Has a file read that is not as it is kept.
   *
   * @param stamps of the files that are kept and were not met yet
   */
  private void check(
      String file, Listing files, Map<String, String> stamps, ReadAhead<Content> reading)
      throws LibraryException {
    Optional<Stamp> now = folder.stamp(file, files);
    if (now.isEmpty()) {
      listener.seen();
      return;
    }
    String stamp = stamps.remove(file);
    if (now.get().text().equals(stamp)) {
      listener.seen();
    } else {
      IndexedFile kept = stamp == null ? null : index.file(file).orElse(null);
      reading.add(() -> content(folder.path(file), now.get(), kept));
    }
  }

  /**
   * What a file holds.
   *
   * @param kept what is kept of it
   * @param digest empty where it cannot be opened
   * @param article null where it is as it was, or cannot be read
   * @param fault why it cannot be read
   */
  private record Content(
      Path path,
      Stamp stamp,
      @Nullable IndexedFile kept,
      String digest,
      @Nullable Article article,
      List<? extends Collection<String>> otherNames,
      @Nullable LibraryException fault) {

    String file() {
      return path.getFileName().toString();
    }

    boolean isAsKept() {
      return kept != null && kept.digest().equals(digest);
    }
  }

  /** Reads a file, on any thread. */
  private Content content(Path path, Stamp stamp, @Nullable IndexedFile kept) {
    String digest = "";
    try {
      digest = folder.digest(path);
      if (kept != null && kept.digest().equals(digest)) {
        return new Content(path, stamp, kept, digest, null, List.of(), null);
      }
      Article article = pipeline.read(path);
      return new Content(path, stamp, kept, digest, article, pipeline.otherNames(article), null);
    } catch (LibraryException e) {
      return new Content(path, stamp, kept, digest, null, List.of(), e);
    }
  }

  private void take(Content content) {
    listener.seen();
    // One that may change unseen is looked at again the next time.
    boolean settled = content.stamp.modified() < clock.millis() - UNSETTLED.toMillis();
    String settledStamp = settled ? content.stamp.text() : "";
    IndexedFile kept = content.kept;
    if (kept != null && content.isAsKept()) {
      if (settled) {
        changes().stamp(kept.stamped(settledStamp, content.stamp.modified()));
        changed(0);
      }
      return;
    }
    IndexedFile next = put(content, settledStamp);
    if (!next.equals(kept)) {
      changed(1);
    }
  }

  /** Puts a file into the index. */
  private IndexedFile put(Content content, String settledStamp) {
    Article article = content.article;
    try {
      if (article == null) {
        // One that is not even opened may be another time, without a new date.
        String again = content.digest.isEmpty() ? "" : settledStamp;
        return fault(unread(content, again, content.digest, content.fault), content.kept);
      }
      String file = content.file();
      String name = ArticleFileName.stem(file);
      requireUnique(file, name, article.edition());
      IndexedFile next =
          new IndexedFile(
              file,
              name,
              ArticleFileName.key(name),
              settledStamp,
              content.digest,
              content.stamp.modified(),
              IndexedArticle.of(article),
              null);
      changes().put(next, article, content.otherNames);
      names.put(name, file);
      editions.put(article.edition(), file);
      return next;
    } catch (DuplicateException e) {
      // The other one may go: this one is looked at again each time.
      return fault(unread(content, "", "", e), content.kept);
    }
  }

  private static IndexedFile unread(
      Content content, String stamp, String digest, @Nullable Exception fault) {
    String name = ArticleFileName.stem(content.file());
    return new IndexedFile(
        content.file(),
        name,
        ArticleFileName.key(name),
        stamp,
        digest,
        content.stamp.modified(),
        null,
        String.valueOf(fault == null ? null : fault.getMessage()));
  }

  private IndexedFile fault(IndexedFile next, @Nullable IndexedFile kept) {
    if (!next.equals(kept)) {
      changes().putFault(next);
      listener.fault(String.valueOf(next.fault()));
    }
    return next;
  }

  /** There is an article of that name or with that content. */
  private static final class DuplicateException extends Exception {
    private static final long serialVersionUID = 1L;

    DuplicateException(String message) {
      super(message);
    }
  }

  private void requireUnique(String file, String name, String edition) throws DuplicateException {
    String called = other(file, names.get(name), () -> index.named(name));
    if (called != null) {
      throw new DuplicateException(
          folder.path(file)
              + ": is passed over, because "
              + called
              + " is called \""
              + name
              + "\", too; give one of them another name");
    }
    String same = other(file, editions.get(edition), () -> index.ofEdition(edition));
    if (same != null) {
      throw new DuplicateException(
          folder.path(file) + ": is passed over, because " + same + " has the same passages");
    }
  }

  /** Another file that was there first and still is. */
  private @Nullable String other(
      String file, @Nullable String inBatch, Supplier<Optional<IndexedFile>> kept) {
    String other =
        inBatch != null || anew ? inBatch : kept.get().map(IndexedFile::file).orElse(null);
    return other == null || other.equals(file) || !folder.holds(other) ? null : other;
  }

  /** Forgets a file that was not met; it may have been moved to and fro just then. */
  private void forgetIfGone(String file) {
    if (!folder.holds(file) || !ArticleFileName.isArticle(file)) {
      changes().remove(file);
      changed(1);
    }
  }

  private Changes changes() {
    if (changes == null) {
      changes = index.change(anew);
    }
    return changes;
  }

  private void changed(int files) {
    changed += files;
    pending++;
    // An index that is made anew takes the place of the old one when it is complete.
    if (!anew && (pending >= MOST_PENDING || clock.millis() - committed >= PENDING.toMillis())) {
      commit();
    }
  }

  private void commit() {
    if (changes != null) {
      changes.commit();
      index.refresh();
      names.clear();
      editions.clear();
      pending = 0;
      committed = clock.millis();
    }
  }
}
