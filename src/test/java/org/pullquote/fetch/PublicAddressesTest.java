package org.pullquote.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "93.184.216.34, 443, true",
    "93.184.216.34, 80, true",
    "93.184.216.34, 22, false",
    "93.184.216.34, 8080, false",
    "127.0.0.1, 80, false",
    "127.255.255.254, 80, false",
    "0.0.0.0, 80, false",
    "0.1.2.3, 80, false",
    "10.0.0.1, 80, false",
    "100.64.0.1, 80, false",
    "100.128.0.1, 80, true",
    "169.254.169.254, 80, false",
    "172.15.0.1, 80, true",
    "172.16.0.1, 80, false",
    "172.31.255.255, 80, false",
    "172.32.0.1, 80, true",
    "192.0.2.1, 80, false",
    "192.168.1.1, 80, false",
    "198.18.0.1, 80, false",
    "224.0.0.1, 80, false",
    "255.255.255.255, 80, false",
    "::, 80, false",
    "::1, 80, false",
    "::127.0.0.1, 80, false",
    "::ffff:127.0.0.1, 80, false",
    "::ffff:10.0.0.1, 80, false",
    "64:ff9b::7f00:1, 80, false",
    "fe80::1, 80, false",
    "fec0::1, 80, false",
    "fc00::1, 80, false",
    "fd12:3456::1, 80, false",
    "ff02::1, 80, false",
    "2001:0:4136::1, 80, false",
    "2001:db8::1, 80, false",
    "2002:7f00:1::1, 80, false",
    "2606:2800:220:1::1, 443, true",
  })
  void allowsThePublicInternetOnly(String address, int port, boolean allowed)
      throws UnknownHostException {
    assertEquals(allowed, new PublicAddresses().allows(InetAddress.getByName(address), port));
  }
}
