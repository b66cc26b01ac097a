package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import org.jspecify.annotations.Nullable;

/** Answers a host that asks for the password in its own words (RFC 4256). */
final class PasswordAnswer implements UserInfo, UIKeyboardInteractive {
  private final String password;

  PasswordAnswer(String password) {
    this.password = password;
  }

  @Override
  public String @Nullable [] promptKeyboardInteractive(
      String destination, String name, String instruction, String[] prompt, boolean[] echo) {
    return prompt.length == 1 && !echo[0] ? new String[] {password} : null;
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public @Nullable String getPassphrase() {
    return null;
  }

  @Override
  public boolean promptPassword(String message) {
    return true;
  }

  @Override
  public boolean promptPassphrase(String message) {
    return false;
  }

  @Override
  public boolean promptYesNo(String message) {
    return false;
  }

  @Override
  public void showMessage(String message) {
    // A banner: nobody reads it.
  }
}
