package org.pullquote.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads text files, or says in one line why they cannot be read. */
final class TextFiles {

  private static final long LARGEST_BYTES = 16L << 20;

  private TextFiles() {}

  /**
   * A file's text, without a byte order mark.
   *
   * @param name what to call the file in messages
   * @throws UserException naming the file and what is wrong with it
   */
  static String read(Path file, String name) throws UserException {
    try {
      if (Files.isDirectory(file)) {
        throw new UserException(name + ": is a folder; name a file");
      }
      if (Files.size(file) > LARGEST_BYTES) {
        throw new UserException(name + ": is larger than 16 MiB, which no article is");
      }
      return Files.readString(file).replaceFirst("^\ufeff", "");
    } catch (NoSuchFileException e) {
      throw new UserException(name + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new UserException(name + ": is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      throw new UserException(name + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }
}
