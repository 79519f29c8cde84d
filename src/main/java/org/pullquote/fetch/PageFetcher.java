package org.pullquote.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a link leads to. Addresses are looked up here, once for each host on the way,
 * checked, and handed to the connection, so that a name cannot mean one thing when it is checked
 * and another when it is used.
 */
public final class PageFetcher {

  private static final List<String> TYPES =
      List.of(
          "text/html",
          "application/xhtml+xml",
          "text/plain",
          "text/markdown",
          "application/json",
          "application/pdf",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "");

  private static final String USER_AGENT = "Pullquote (reads one article for its reader)";

  private final NameLookup names;
  private final AddressRule rule;
  private final FetchLimits limits;
  private final LongSupplier nanoTime;
  private final OkHttpClient client;

  /**
   * @param names finds the addresses of a host
   * @param rule which of them may be connected to
   * @param nanoTime counts nanoseconds from some point on
   */
  public PageFetcher(
      NameLookup names, AddressRule rule, FetchLimits limits, LongSupplier nanoTime) {
    this.names = names;
    this.rule = rule;
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.client =
        new OkHttpClient.Builder()
            // A proxy would look the name up anew, and a connection kept from before was checked
            // for another link.
            .proxy(Proxy.NO_PROXY)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
  }

  /**
   * Fetches a page.
   *
   * @throws FetchException if the link must not be followed, or leads to no page
   */
  public FetchedPage fetch(String link) throws FetchException {
    long end = nanoTime.getAsLong() + limits.time().toNanos();
    HttpUrl url = Link.parse(link);
    for (int i = 0; i <= limits.mostRedirects(); i++) {
      List<InetAddress> addresses = lookUp(url, end);
      try (Response response = call(url, addresses, end)) {
        if (!response.isRedirect()) {
          return page(url, response);
        }
        url = next(url, response);
      } catch (IOException e) {
        throw failure(url, e);
      }
    }
    throw new FetchException("leads on more than " + limits.mostRedirects() + " times");
  }

  private static FetchException failure(HttpUrl url, IOException e) {
    boolean late = e instanceof InterruptedIOException;
    return new FetchException(
        late
            ? url.host() + " took too long to answer"
            : url.host() + " cannot be read (" + e.getClass().getSimpleName() + ")");
  }

  /** All addresses of a host; where one is not allowed, none is. */
  private List<InetAddress> lookUp(HttpUrl url, long end) throws FetchException {
    List<InetAddress> addresses = find(url.host(), end);
    for (InetAddress address : addresses) {
      if (!rule.allows(address, url.port())) {
        throw new FetchException(
            "leads to " + url.host() + ":" + url.port() + ", which is not a public web server");
      }
    }
    return addresses;
  }

  private List<InetAddress> find(String host, long end) throws FetchException {
    FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> names.find(host));
    Thread.ofVirtual().name("lookup").start(lookup);
    try {
      return List.copyOf(lookup.get(left(end).toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new FetchException("there is no host " + host);
    } catch (TimeoutException e) {
      throw new FetchException("the address of " + host + " cannot be looked up in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException("was interrupted");
    }
  }

  /** What is left of the time, and at least as much as a timeout can say. */
  private Duration left(long end) {
    return Duration.ofNanos(Math.max(1_000_000, end - nanoTime.getAsLong()));
  }

  private Response call(HttpUrl url, List<InetAddress> addresses, long end) throws IOException {
    OkHttpClient pinned =
        client
            .newBuilder()
            .dns(host -> pinned(url, addresses, host))
            .callTimeout(left(end))
            .build();
    Request request = new Request.Builder().url(url).header("User-Agent", USER_AGENT).build();
    return pinned.newCall(request).execute();
  }

  private static List<InetAddress> pinned(HttpUrl url, List<InetAddress> addresses, String host)
      throws UnknownHostException {
    if (!host.equals(url.host())) {
      throw new UnknownHostException(host);
    }
    return addresses;
  }

  private static HttpUrl next(HttpUrl url, Response response) throws FetchException {
    String location = response.header("Location");
    HttpUrl next = location == null ? null : url.resolve(location);
    if (next == null) {
      throw new FetchException("leads on to what is no link");
    }
    if (url.isHttps() && !next.isHttps()) {
      throw new FetchException("leads from https to http, where anybody could change the page");
    }
    return Link.parse(next.toString());
  }

  private FetchedPage page(HttpUrl url, Response response) throws IOException, FetchException {
    if (response.code() != 200) {
      throw new FetchException(url.host() + " answers " + response.code());
    }
    ResponseBody body = response.body();
    MediaType declared = body == null ? null : body.contentType();
    String type = declared == null ? "" : declared.type() + "/" + declared.subtype();
    if (body == null || !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw new FetchException("is of the type " + type + ", which is no article's");
    }
    Charset charset = declared == null ? null : declared.charset();
    return new FetchedPage(
        url.toString(),
        type.toLowerCase(Locale.ROOT),
        charset == null ? null : charset.name(),
        bytes(body));
  }

  private byte[] bytes(ResponseBody body) throws IOException, FetchException {
    byte[] bytes =
        body.contentLength() > limits.mostBytes() ? null : upTo(body, limits.mostBytes());
    if (bytes == null) {
      throw new FetchException(
          "is larger than " + (limits.mostBytes() >> 10) + " KiB, which no article is");
    }
    return bytes;
  }

  private static byte @Nullable [] upTo(ResponseBody body, int most) throws IOException {
    try (InputStream in = body.byteStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      return bytes.length > most ? null : bytes;
    }
  }

  /** Looks names up as this machine does. */
  public static List<InetAddress> systemLookup(String host) throws UnknownHostException {
    return Arrays.asList(InetAddress.getAllByName(host));
  }
}
