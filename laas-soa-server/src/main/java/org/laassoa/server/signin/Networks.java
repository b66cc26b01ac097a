package org.laassoa.server.signin;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/** Networks as providers give them to one customer. */
final class Networks {

  private static final int BYTES_OF_64_BITS = 8;

  private Networks() {}

  /** The first 64 bits of an IPv6 address; a text that is none stays as it is. */
  static String ofIpv6(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes == null || bytes.length <= BYTES_OF_64_BITS
        ? address
        : HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES_OF_64_BITS));
  }
}
