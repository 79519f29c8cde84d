package org.pullquote.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host's name. */
@FunctionalInterface
public interface NameLookup {

  /** The addresses of a name, or the one that it spells out. */
  List<InetAddress> find(String host) throws UnknownHostException;
}
