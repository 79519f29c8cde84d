package org.pullquote.telegram.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Fetches files that readers send, from the server's own place for them. */
public final class SentFiles {

  /** What a bot may fetch at the most, in bytes: https://core.telegram.org/bots/api#getfile. */
  public static final int LARGEST = 20_000_000;

  private static final Logger log = LoggerFactory.getLogger(SentFiles.class);

  private final TelegramClient client;
  private final Download download;

  /** Opens a file at the server; whoever opens it closes it. */
  public interface Download {
    InputStream open(String path) throws IOException;
  }

  /**
   * @param client asks where a file is
   * @param download opens it there
   */
  public SentFiles(TelegramClient client, Download download) {
    this.client = client;
    this.download = download;
  }

  /**
   * All of a file; empty where the server does not give it. It is asked once: who sent the file can
   * send it again.
   *
   * @param id the file's id at this bot
   */
  public Optional<byte[]> fetch(String id) {
    try {
      File file = client.execute(new GetFile(id));
      if (file.getFilePath() == null) {
        return Optional.empty();
      }
      try (InputStream in = download.open(file.getFilePath())) {
        byte[] content = in.readNBytes(LARGEST + 1);
        return content.length > LARGEST ? Optional.empty() : Optional.of(content);
      }
    } catch (TelegramApiException | IOException | RuntimeException e) {
      // The address of a file has the token in it, and messages may have the address.
      log.warn("a file that was sent could not be fetched ({})", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
