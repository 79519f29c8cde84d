package org.pullquote.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before a PostgreSQL server, and cuts a connection at its next commit if told to. */
public final class CuttingProxy implements AutoCloseable {

  /** Where a connection is cut. */
  public enum Cut {
    /** Nowhere. */
    NONE,
    /** The server is not told to commit. */
    BEFORE_COMMIT,
    /** The server commits, and its answer is lost. */
    AFTER_COMMIT
  }

  private final ServerSocket listening;
  private final int port;
  private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NONE);

  /**
   * @param port of the server on loopback
   */
  public CuttingProxy(int port) {
    this.port = port;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The port that it listens at, on loopback. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Cuts one connection at its next commit. */
  public void cut(Cut cut) {
    next.set(cut);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        AtomicReference<Cut> here = new AtomicReference<>(Cut.NONE);
        Thread.ofVirtual().start(() -> requests(client, server, here));
        Thread.ofVirtual().start(() -> answers(client, server, here));
      } catch (IOException e) {
        // Closed, or the server is away: whoever connects finds out.
      }
    }
  }

  private void requests(Socket client, Socket server, AtomicReference<Cut> here) {
    try (client;
        server) {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT")) {
          here.set(next.getAndSet(Cut.NONE));
        }
        if (here.get() == Cut.BEFORE_COMMIT) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // Cut off, here or there.
    }
  }

  private static void answers(Socket client, Socket server, AtomicReference<Cut> here) {
    try (client;
        server) {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (here.get() == Cut.AFTER_COMMIT) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // Cut off, here or there.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
