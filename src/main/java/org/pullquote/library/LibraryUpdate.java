package org.pullquote.library;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.library.LibraryFolder.Stamp;
import org.pullquote.search.IndexedArticle;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryIndex;
import org.pullquote.search.LibraryIndex.Changes;

/**
 * Brings the index of a library up to date with its folder, once. A file whose size and time are
 * those that are kept is passed over; of another one the digest says whether it is another one, and
 * only then it is read. All changes are committed together, or of many some hundreds at a time.
 */
final class LibraryUpdate {

  /** So many articles are committed together: as many are read again after a crash. */
  private static final int BATCH = 500;

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
    try {
      listener.total(folder.count());
      folder.forEach(file -> {
        if (Thread.currentThread().isInterrupted()) {
          throw new LibraryException("the update of the library was stopped");
        }
        check(file);
        listener.seen();
      });
      if (anew) {
        changes();
      } else {
        index.forEach(this::forgetIfGone);
      }
      commit();
      return changed;
    } finally {
      if (changes != null) {
        changes.close();
      }
    }
  }

  private void check(Path path) {
    String file = path.getFileName().toString();
    Optional<Stamp> now = folder.stamp(path);
    if (now.isEmpty()) {
      return;
    }
    Stamp stamp = now.get();
    IndexedFile kept = anew ? null : index.file(file).orElse(null);
    if (kept != null && kept.stamp().equals(stamp.text())) {
      return;
    }
    IndexedFile next = read(path, stamp, kept);
    if (next != null && !next.equals(kept)) {
      changed(1);
    }
  }

  /** Puts a file into the index; null where it is there as it is. */
  private @Nullable IndexedFile read(Path path, Stamp stamp, @Nullable IndexedFile kept) {
    String file = path.getFileName().toString();
    String name = ArticleFileName.stem(file);
    // One that may change unseen is looked at again the next time.
    boolean settled = stamp.modified() < clock.millis() - UNSETTLED.toMillis();
    String settledStamp = settled ? stamp.text() : "";
    String digest = "";
    try {
      digest = folder.digest(path);
      if (kept != null && kept.digest().equals(digest)) {
        if (settled) {
          changes().stamp(kept.stamped(settledStamp, stamp.modified()));
          changed(0);
        }
        return null;
      }
      Article article = pipeline.read(path);
      requireUnique(file, name, article.edition());
      IndexedFile next =
          new IndexedFile(
              file,
              name,
              ArticleFileName.key(name),
              settledStamp,
              digest,
              stamp.modified(),
              IndexedArticle.of(article),
              null);
      changes().put(next, article, pipeline.otherNames(article));
      names.put(name, file);
      editions.put(article.edition(), file);
      return next;
    } catch (DuplicateException e) {
      // The other one may go: this one is looked at again each time.
      return fault(unread(path, stamp.modified(), "", "", e), kept);
    } catch (LibraryException e) {
      // One that is not even opened may be another time, without a new date.
      String again = digest.isEmpty() ? "" : settledStamp;
      return fault(unread(path, stamp.modified(), again, digest, e), kept);
    }
  }

  private static IndexedFile unread(
      Path path, long modified, String stamp, String digest, Exception fault) {
    String file = path.getFileName().toString();
    String name = ArticleFileName.stem(file);
    return new IndexedFile(
        file,
        name,
        ArticleFileName.key(name),
        stamp,
        digest,
        modified,
        null,
        String.valueOf(fault.getMessage()));
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
    String called = other(file, names.get(name), index.named(name));
    if (called != null) {
      throw new DuplicateException(
          folder.path(file)
              + ": is passed over, because "
              + called
              + " is called \""
              + name
              + "\", too; give one of them another name");
    }
    String same = other(file, editions.get(edition), index.ofEdition(edition));
    if (same != null) {
      throw new DuplicateException(
          folder.path(file) + ": is passed over, because " + same + " has the same passages");
    }
  }

  /** Another file that was there first and still is. */
  private @Nullable String other(
      String file, @Nullable String inBatch, Optional<IndexedFile> kept) {
    String other = inBatch != null || anew ? inBatch : kept.map(IndexedFile::file).orElse(null);
    return other == null || other.equals(file) || !folder.holds(other) ? null : other;
  }

  private void forgetIfGone(IndexedFile kept) {
    if (!folder.holds(kept.file()) || !ArticleFileName.isArticle(kept.file())) {
      changes().remove(kept.file());
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
    if (!anew && pending >= BATCH) {
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
    }
  }
}
