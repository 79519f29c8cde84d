package org.pullquote.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where what must survive a crash is kept. */
public sealed interface StoreLocation {

  /**
   * A file for each bot.
   *
   * @param folder made if it is not there
   */
  record Folder(Path folder) implements StoreLocation {}

  /**
   * A PostgreSQL database, with a schema for each bot, made if it is not there.
   *
   * @param url such as {@code jdbc:postgresql://host:5432/database}, without a password
   * @param user who owns the schemas, or may make them
   * @param password empty where the server asks for none
   */
  record Server(String url, String user, StorePassword password) implements StoreLocation {

    private static final Pattern FORM =
        Pattern.compile("jdbc:postgresql://[^/?#@\\s]+/[^/?#@\\s]+(\\?[^#\\s]*)?");

    private static final Pattern PASSWORD = Pattern.compile("(?i).*(://[^/?]*@|password=).*");

    /**
     * @throws IllegalArgumentException if the URL is wrong; the message does not repeat it
     */
    public Server {
      fault(url)
          .ifPresent(expected -> {
            throw new IllegalArgumentException("the URL of a store must be " + expected);
          });
    }

    /** What a URL has to be; empty where it is that. Does not repeat it: it may have a password. */
    public static Optional<String> fault(String url) {
      if (PASSWORD.matcher(url).matches()) {
        return Optional.of("without user:password@ and password=, which do not belong there");
      }
      return FORM.matcher(url).matches()
          ? Optional.empty()
          : Optional.of("jdbc:postgresql://host:port/database");
    }

    /** Host, port and database, without what else the URL says. */
    String name() {
      return url.substring(url.indexOf("://") + 3).replaceFirst("\\?.*", "");
    }
  }
}
