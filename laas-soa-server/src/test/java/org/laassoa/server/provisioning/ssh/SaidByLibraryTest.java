package org.laassoa.server.provisioning.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.net.NoRouteToHostException;
import org.junit.jupiter.api.Test;

class SaidByLibraryTest {

  @Test
  void names_of_classes_are_left_out() {
    assertThat(said(new JSchException("java.net.NoRouteToHostException: No route to host")))
        .isEqualTo("No route to host");
    assertThat(said(new JSchException("Session.connect: java.io.IOException: End of stream")))
        .isEqualTo("Session.connect: End of stream");
  }

  @Test
  void words_without_any_stay() {
    assertThat(said(new JSchException("Auth fail for methods 'publickey,password'")))
        .isEqualTo("Auth fail for methods 'publickey,password'");
  }

  @Test
  void the_cause_speaks_where_nothing_else_is_said() {
    var failure =
        new JSchException("java.io.IOException", new NoRouteToHostException("No route to host"));

    assertThat(said(failure)).isEqualTo("No route to host");
    assertThat(said(new IOException("java.io.IOException"))).isEqualTo("nothing more is known");
  }

  private static String said(Throwable failure) {
    return SaidByLibrary.of(failure);
  }
}
