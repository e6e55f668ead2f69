package dev.shardline.ingest.source.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private final AddressRules rules = new AddressRules(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "64:ff9b::808:808",
        "2002:808:808::1"
      })
  void allowTheInternet(String address) throws Exception {
    assertThat(rules.allow(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.255",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2002:a00:1::1"
      })
  void refuseWhatIsNotOfTheInternet(String address) throws Exception {
    assertThat(rules.allow(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void allowWhatIsConfigured() throws Exception {
    AddressRules own = new AddressRules(List.of(Network.of("10.1.2.0/23"), Network.of("fd00::/8")));

    assertThat(own.allow(InetAddress.getByName("10.1.3.255"))).isTrue();
    assertThat(own.allow(InetAddress.getByName("10.1.4.0"))).isFalse();
    assertThat(own.allow(InetAddress.getByName("64:ff9b::a01:203"))).isTrue();
    assertThat(own.allow(InetAddress.getByName("fd12::1"))).isTrue();
    assertThat(own.allow(InetAddress.getByName("fe80::1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/", "10.0.0.0/33", "::1/129", "10.0.0.0/-1", "1.2.3/8x"})
  void areNotReadFromWhatIsNoBlock(String text) {
    assertThatThrownBy(() -> Network.of(text)).hasMessageContaining("was " + text);
  }
}
