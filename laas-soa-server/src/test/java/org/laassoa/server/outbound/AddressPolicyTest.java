package org.laassoa.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private final AddressPolicy policy = new AddressPolicy("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.169.254.",
        "2852039166",
        "0xA9FEA9FE",
        "0xa9.0xfe.0xa9.0xfe",
        "0251.0376.0251.0376",
        "169.16689662",
        "169.254.43518",
        "[::ffff:169.254.169.254]",
        "[::ffff:a9fe:a9fe]",
        "[::169.254.169.254]",
        "[64:ff9b::169.254.169.254]",
        "[2002:a9fe:a9fe::1]",
        "[fe80::1]",
        "[fe80::1%eth0]",
        "[fe80::1%25eth0]",
        "fe80::1%3",
        "[fd00:ec2::254]",
        "[fd00:0ec2:0:0:0:0:0:254]",
        "[fd20:ce::254]",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "0.0.0.0",
        "0",
        "0.1.2.3",
        "[::]",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "[ff02::1]",
      })
  void an_address_is_refused_in_whatever_notation(String host) {
    // When
    boolean forbidden = policy.forbids(host);
    // Then
    assertThat(forbidden).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "[::1]",
        "10.1.2.3",
        "192.168.1.1",
        "172.16.0.1",
        "100.100.100.201",
        "[fd00:ec2::255]",
        "[2001:db8::1]",
        "[::ffff:10.0.0.1]",
        "8.8.8.8",
        "git.example.com",
        "localhost",
        "169.254.169.254.example.com",
      })
  void loopback_private_and_public_addresses_and_names_are_not(String host) {
    // When
    boolean forbidden = policy.forbids(host);
    // Then
    assertThat(forbidden).isFalse();
  }

  @Test
  void a_network_can_be_allowed_and_no_more_than_it() throws UnknownHostException {
    // When
    AddressPolicy wider = new AddressPolicy("169.254.10.0/24, fe80::/64");
    // Then
    assertThat(wider.allows(InetAddress.getByName("169.254.10.7"))).isTrue();
    assertThat(wider.allows(InetAddress.getByName("fe80::1"))).isTrue();
    assertThat(wider.allows(InetAddress.getByName("169.254.169.254"))).isFalse();
    assertThat(wider.allows(InetAddress.getByName("fe80:0:0:1::1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata", "169.254.0.0/33", "169.254.0.0/x", "10.0.0.0/-1"})
  void a_setting_that_is_no_network_is_named(String setting) {
    assertThatThrownBy(() -> new AddressPolicy(setting))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("LAAS_OUTBOUND_ALLOWED")
        .hasMessageContaining(setting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://169.254.169.254/latest", "https://[fe80::1%25eth0]:3000/x"})
  void the_host_of_a_whole_address_is_looked_at(String address) {
    // When
    boolean forbidden = policy.forbidsHostOf(address);
    // Then
    assertThat(forbidden).isTrue();
  }
}
