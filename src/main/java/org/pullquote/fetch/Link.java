package org.pullquote.fetch;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Reads links, strictly: what browsers would guess at is refused. */
final class Link {

  private static final int LONGEST = 2048;

  /** What looks like a number to a resolver: 2130706433, 0x7f.1, 127.1, 0177.0.0.1. */
  private static final Pattern NUMERIC =
      Pattern.compile("(?i)(?:0x[0-9a-f]*|[0-9]+)(?:\\.(?:0x[0-9a-f]*|[0-9]+))*\\.?");

  /** An address of IPv4 as it is written: four decimal numbers without leading zeros. */
  private static final Pattern DOTTED =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  private static final Pattern LEADING_ZERO = Pattern.compile("(?:^|\\.)0\\d.*|.*\\.0\\d.*");

  private Link() {}

  /**
   * Reads a link.
   *
   * @throws FetchException if it is not of HTTP or HTTPS, has a name and password in it, or a host
   *     in a notation that could hide an address
   */
  static HttpUrl parse(String link) throws FetchException {
    HttpUrl url = link.length() > LONGEST ? null : HttpUrl.parse(link);
    if (url == null) {
      throw new FetchException("is not a link that begins with http:// or https://");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new FetchException("has a user name in it; leave it out");
    }
    requirePlainHost(url.host());
    return url;
  }

  private static void requirePlainHost(String host) throws FetchException {
    boolean odd =
        NUMERIC.matcher(host).matches()
            && (!DOTTED.matcher(host).matches() || LEADING_ZERO.matcher(host).matches());
    // A name without a dot is this network's; one in brackets with a zone is this machine's.
    boolean local = !host.contains(".") && !host.contains(":");
    if (odd || local || host.contains("%")) {
      throw new FetchException("names the host \"" + host + "\", which is not one of the internet");
    }
  }
}
