package org.pullquote.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Allows the addresses of the public internet at the ports of the web, and no others: not those of
 * this machine or its network, nor those with a meaning of their own. The ranges are those of
 * IANA's registries of special-purpose addresses. Of IPv6 only global unicast addresses (2000::/3)
 * are allowed, and none that carry one of IPv4 in them (6to4, Teredo, NAT64, mapped, compatible).
 */
public final class PublicAddresses implements AddressRule {

  private static final Set<Integer> PORTS = Set.of(80, 443);

  private static final List<Range> NOT_PUBLIC_4 =
      ranges(
          "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12"
              + " 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24"
              + " 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24"
              + " 224.0.0.0/4 240.0.0.0/4");

  private static final List<Range> GLOBAL_6 = ranges("2000::/3");

  private static final List<Range> NOT_PUBLIC_6 =
      ranges("2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20");

  @Override
  public boolean allows(InetAddress address, int port) {
    return PORTS.contains(port) && isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? NOT_PUBLIC_4.stream().noneMatch(range -> range.holds(bytes))
        : GLOBAL_6.stream().anyMatch(range -> range.holds(bytes))
            && NOT_PUBLIC_6.stream().noneMatch(range -> range.holds(bytes));
  }

  private static List<Range> ranges(String ranges) {
    return Arrays.stream(ranges.split(" ")).map(Range::parse).toList();
  }

  /** The addresses that begin with the same bits. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Range(byte[] start, int bits) {

    static Range parse(String range) {
      String[] parts = range.split("/");
      return new Range(literal(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    }

    /** A literal is not looked up. */
    private static InetAddress literal(String address) {
      try {
        return InetAddress.getByName(address);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("not an address: " + address, e);
      }
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
