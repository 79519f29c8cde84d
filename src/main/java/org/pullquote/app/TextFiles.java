package org.pullquote.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.pullquote.reading.ArticleReader;

/** Reads files, or says in one line why they cannot be read. */
final class TextFiles {

  private TextFiles() {}

  /**
   * A file's text, without a byte order mark.
   *
   * @param name what to call the file in messages
   * @throws UserException naming the file and what is wrong with it
   */
  static String read(Path file, String name) throws UserException {
    byte[] bytes = bytes(file, name);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replaceFirst("^\ufeff", "");
    } catch (CharacterCodingException e) {
      throw new UserException(name + ": is not UTF-8 text; save it as UTF-8");
    }
  }

  /**
   * A file's bytes: no more than an article may have, however many the file says that it has.
   *
   * @param name what to call the file in messages
   * @throws UserException naming the file and what is wrong with it
   */
  static byte[] bytes(Path file, String name) throws UserException {
    if (Files.isDirectory(file)) {
      throw new UserException(name + ": is a folder; name a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      boolean larger = Files.size(file) > ArticleReader.LARGEST;
      byte[] bytes = larger ? new byte[0] : in.readNBytes(ArticleReader.LARGEST + 1);
      if (larger || bytes.length > ArticleReader.LARGEST) {
        throw new UserException(name + ": is larger than 16 MiB, which no article is");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new UserException(name + ": there is no such file");
    } catch (IOException e) {
      throw new UserException(name + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }
}
