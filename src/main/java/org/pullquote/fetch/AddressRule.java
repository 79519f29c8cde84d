package org.pullquote.fetch;

import java.net.InetAddress;

/** Which addresses may be connected to. */
@FunctionalInterface
public interface AddressRule {

  /** Whether a connection to that address and port is allowed. */
  boolean allows(InetAddress address, int port);
}
