package org.pullquote.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pullquote.article.Digest;

/** The folder that articles lie in, as files that people read and edit. */
public final class LibraryFolder {

  private static final int DIGEST_BYTES = 16;

  /** Behind what no reader reads, a digest need not look. */
  private static final int MOST_DIGESTED = 64 << 20;

  private final Path folder;

  /**
   * @param folder need not be there as long as nothing is asked of it
   */
  public LibraryFolder(Path folder) {
    this.folder = folder;
  }

  /** What to do with a file. */
  interface Visitor {
    void visit(Path file) throws LibraryException;
  }

  /**
   * The names in the folder at one time.
   *
   * @param articles files of articles, or folders that are called so, in no order
   * @param metadata files that may be the metadata of one, in small letters: on some file systems
   *     those of other letters are the same
   */
  record Listing(List<String> articles, Set<String> metadata) {}

  /**
   * A file and its metadata, as they were last touched.
   *
   * @param text tells this touch from another one
   * @param modified the later change of the two, in milliseconds since 1970
   */
  record Stamp(String text, long modified) {}

  /**
   * Makes the folder if it is not there.
   *
   * @throws LibraryException if it cannot be made
   */
  void make() throws LibraryException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new LibraryException(folder + ": cannot be made (library.dir): " + reason(e));
    }
  }

  /** The file of an article in it, whether it is there or not. */
  Path path(String file) {
    return folder.resolve(file);
  }

  /**
   * What lies in it.
   *
   * @throws LibraryException if the folder cannot be read
   */
  Listing list() throws LibraryException {
    List<String> articles = new ArrayList<>();
    Set<String> metadata = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (ArticleFileName.isArticle(name)) {
          articles.add(name);
        } else if (ArticleFileName.isMetadata(name)) {
          metadata.add(name.toLowerCase(Locale.ROOT));
        }
      }
      return new Listing(articles, metadata);
    } catch (NoSuchFileException e) {
      throw new LibraryException(folder + ": there is no such folder (library.dir)");
    } catch (NotDirectoryException e) {
      throw new LibraryException(folder + ": is no folder (library.dir)");
    } catch (IOException | DirectoryIteratorException e) {
      throw new LibraryException(folder + ": cannot be read (library.dir): " + reason(e));
    }
  }

  /** Whether that file is there, and no folder. */
  boolean holds(String file) {
    Path path = path(file);
    return Files.exists(path) && !Files.isDirectory(path);
  }

  /**
   * The files of articles that are called so: one, unless somebody put a second one there.
   *
   * @throws LibraryException if the folder cannot be read
   */
  public List<Path> called(String name) throws LibraryException {
    List<Path> called = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      for (String file : list().articles()) {
        if (ArticleFileName.stem(file).equals(name) && holds(file)) {
          called.add(path(file));
        }
      }
    }
    return called;
  }

  /**
   * When an article was last touched; empty where it is gone, or a folder. The system is asked once
   * a file, since this is done for all files at each look.
   */
  Optional<Stamp> stamp(String file, Listing listing) {
    boolean alone =
        ArticleFileName.metadata(file).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .noneMatch(listing.metadata()::contains);
    Path path = path(file);
    StringBuilder text = new StringBuilder();
    long modified = 0;
    try {
      for (Path part : alone ? List.of(path) : parts(path)) {
        BasicFileAttributes is = Files.readAttributes(part, BasicFileAttributes.class);
        if (is.isDirectory()) {
          return Optional.empty();
        }
        Instant touched = is.lastModifiedTime().toInstant();
        text.append(is.size()).append(':').append(touched.getEpochSecond());
        text.append('.').append(touched.getNano()).append(' ');
        modified = Math.max(modified, is.lastModifiedTime().toMillis());
      }
      return Optional.of(new Stamp(text.toString(), modified));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Path> parts(Path file) {
    List<Path> parts = new ArrayList<>(List.of(file));
    ArticleFileName.metadata(file.getFileName().toString()).stream()
        .map(file::resolveSibling)
        .filter(Files::exists)
        .findFirst()
        .ifPresent(parts::add);
    return parts;
  }

  /**
   * A digest of an article's file and its metadata.
   *
   * @throws LibraryException if one cannot be read
   */
  String digest(Path file) throws LibraryException {
    Digest digest = new Digest();
    for (Path part : parts(file)) {
      try (InputStream in = Files.newInputStream(part)) {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(buffer); read > 0 && size < MOST_DIGESTED; read = in.read(buffer)) {
          digest.add(Arrays.copyOf(buffer, read));
          size += read;
        }
        digest.add("|" + size + "|");
      } catch (IOException e) {
        throw new LibraryException(part + ": cannot be read: " + reason(e));
      }
    }
    return digest.hex(DIGEST_BYTES);
  }

  /**
   * Writes an article, all of it or nothing: a file beside it takes its place at once.
   *
   * @param file its name in the folder
   * @param check looks at what was written before it takes its place
   * @throws LibraryException if it cannot be written; then what was there is still there
   */
  Path write(String file, String content, Visitor check) throws LibraryException {
    Path target = path(file);
    Path beside = folder.resolve("." + file + ".new");
    make();
    try {
      Files.writeString(beside, content, StandardCharsets.UTF_8);
      check.visit(beside);
      return Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LibraryException(target + ": cannot be written: " + reason(e));
    } finally {
      deleteQuietly(beside);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is hidden and no article; what went wrong before is the thing to tell.
    }
  }

  /**
   * Deletes an article and what stands beside it as its metadata.
   *
   * @throws LibraryException if it cannot be deleted
   */
  void remove(Path file) throws LibraryException {
    try {
      for (Path part : parts(file)) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new LibraryException(file + ": cannot be removed: " + reason(e));
    }
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
