package org.laassoa.server.machine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * All that can keep something from being done on a machine, in English; {@code {names}} are filled
 * with a failure's details. Codes are kept and never change, the words may.
 */
public enum FailureCode {
  HOST_UNKNOWN(
      "no host is known by the name {address}",
      "Check the machine's \"address\", and the name service of the server."),
  NOTHING_ANSWERS(
      "nothing answers at {address} port {port}",
      "Check \"address\" and \"port\", that sshd runs there, and the firewalls between."),
  NO_ANSWER_IN_TIME(
      "{address} port {port} does not answer in time",
      "Check \"address\" and \"port\", and the firewalls between."),
  NO_SESSION(
      "no SSH session with {address} port {port}: {said}",
      "Check that an SSH server answers there, and look into its log."),
  HOST_KEY_CHANGED(
      "the host key has changed: pinned is {pinned}, but the host shows {shown}; nothing was sent to"
          + " it",
      "Somebody may stand between. If the host was installed afresh, compare with ssh-keygen -lf on"
          + " it and confirm the new key: on the machine's page of the console, or by the API (POST"
          + " /api/machines/{machine}/host-key/fetch)."),
  PASSWORD_REFUSED(
      "the host refuses to let {account} in by its password ({said})",
      "Check \"username\" and \"password\", and that sshd allows passwords."),
  KEY_REFUSED(
      "the host refuses to let {account} in by its key ({said})",
      "Check \"username\", and that the key is in its ~/.ssh/authorized_keys."),
  NO_LOGIN(
      "there is neither a password nor a private key to sign in with",
      "Put the machine with \"password\" or \"private_key\"."),
  PASSPHRASE_MISSING(
      "the private key is encrypted and its passphrase is missing",
      "Put the machine with the right \"passphrase\"."),
  PASSPHRASE_WRONG(
      "the private key is encrypted and its passphrase is wrong",
      "Put the machine with the right \"passphrase\"."),
  KEY_UNREADABLE(
      "the private key cannot be read",
      "Put the machine with a \"private_key\" in a form that ssh-keygen writes."),
  CONNECTION_LOST("the connection was lost", "Try again: what was begun is taken up where it is."),
  COMMAND_TOO_LONG(
      "a command took longer than {seconds} s",
      "See what the machine is busy with, then try again."),
  NO_SFTP("no SFTP session: {said}", "Check that sshd has its Subsystem sftp switched on."),
  FILE_FORBIDDEN(
      "{file} cannot be written: {said}",
      "Check who owns its folder, or use another \"directory\"."),
  FILE_NOT_WRITTEN(
      "{file} cannot be written: {said}",
      "The disk is probably full (df, df -i): make room, or use another \"directory\"."),
  SUDO_FAILS(
      "sudo does not work: {said}",
      "Allow it in sudoers, put the machine with the right \"password\", or with \"become\":"
          + " \"none\"."),
  NOT_LOOKED_AT(
      "the machine cannot be looked at: {said}",
      "The account's shell must run POSIX commands, and print nothing by itself."),
  TOOLS_MISSING("the machine lacks {tools}", "Install what is missing."),
  NO_AGENTS(
      "the server has no agents to install",
      "Set LAAS_AGENT_BINARIES to a folder that holds laas-agent-linux-amd64."),
  NO_AGENT_FOR_SYSTEM(
      "there is no agent for {system} on {arch}", "Agents run on Linux, on x86_64 and aarch64."),
  NO_AGENT_FOR_ARCHITECTURE(
      "the machine is {arch}, and {folder} holds no {file}",
      "Put the agent for {wanted} there; ./laas native makes it on such a machine."),
  AGENTS_UNREADABLE(
      "the agents in {folder} cannot be read: {said}", "Let the server's account read them."),
  AGENT_UNREADABLE(
      "the agent's executable cannot be read on the server: {said}",
      "Let the server's account read the folder of LAAS_AGENT_BINARIES."),
  NO_GLIBC(
      "the machine has no glibc, and the agent needs version {needed}",
      "Use a distribution with glibc, or run the agent's container image there."),
  OLD_GLIBC(
      "the machine has glibc {glibc}, and the agent needs {needed}",
      "Use a newer distribution, or build the agent on one as old as this machine."),
  DISK_FULL(
      "the disk of {directory} has {free} MiB free, and the agent needs {needed} MiB",
      "Make room, or put the machine with another \"directory\"."),
  FOLDER_NOT_MADE(
      "the folder cannot be made: {said}",
      "Put the machine with another \"directory\", or with \"become\": \"sudo\"."),
  FOLDER_NOT_USED(
      "the agent's folder cannot be used: {said}",
      "Check who owns {directory}, and that its disk is not full."),
  FOLDER_NOT_WRITTEN(
      "the agent's folder cannot be written: {said}",
      "Check who owns it, and that its disk is not full."),
  UPLOAD_DAMAGED(
      "what has arrived is not what was sent: {said}", "Check the machine's disk, then try again."),
  AGENT_DOES_NOT_RUN(
      "the agent does not run on this machine: {said}",
      "Check that its disk is not full and allows to execute files, and that the agent was made for"
          + " such a machine."),
  NO_SERVER_ADDRESS(
      "it is not known at which address the machine reaches this server",
      "Put the machine with \"server_url\", or set LAAS_PUBLIC_URL for all of them."),
  IDENTITY_STAYS(
      "the identity of a former agent cannot be removed: {said}", "Remove {file} on the machine."),
  SETTINGS_NOT_PLACED("the settings cannot be put in place: {said}", "Check who owns {file}."),
  EXECUTABLE_NOT_PLACED(
      "the executable cannot be put in place: {said}", "Check who owns {directory}."),
  SUPERVISOR_NOT_INSTALLED(
      "the supervisor cannot be installed: {said}",
      "Look at agent.log in the agent's folder on the machine."),
  SUPERVISOR_NOT_REMOVED(
      "the supervisor cannot be removed: {said}", "Look at crontab -l on the machine."),
  UNIT_NOT_INSTALLED(
      "the unit cannot be installed: {said}",
      "See systemctl status and journalctl -xe on the machine."),
  UNIT_NOT_STARTED(
      "the unit cannot be started: {said}",
      "See systemctl status and journalctl -xe on the machine."),
  UNIT_NOT_STOPPED(
      "the unit cannot be stopped: {said}",
      "See systemctl status and journalctl -xe on the machine."),
  UNIT_NOT_REMOVED(
      "the unit cannot be removed: {said}",
      "See systemctl status and journalctl -xe on the machine."),
  AGENT_NOT_STARTED(
      "the agent cannot be started: {said}",
      "Look at agent.log in the agent's folder on the machine."),
  AGENT_NOT_STOPPED(
      "the agent cannot be stopped: {said}",
      "Look at agent.log in the agent's folder on the machine."),
  AGENT_NOT_SIGNALLED(
      "the running agent cannot be signalled: {said}",
      "It runs as another user: sign in as that one."),
  NO_NEXT_AGENT(
      "no agent runs a minute after the former one was asked to make room",
      "The last lines of its log are in this step's output."),
  ONLINE_NOT_RUNNING(
      "the agent is not online after {seconds} s; it does not run",
      "The end of its log is in this step's output. Check that the machine reaches {server}."),
  ONLINE_NOT_HEARD(
      "the agent is not online after {seconds} s; it runs",
      "The end of its log is in this step's output. Check that the machine reaches {server}."),
  NOT_INSTALLED("no agent is installed in {directory}", "Provision the machine first."),
  FILES_STAY(
      "not all files can be removed: {said}",
      "What containers left as root only root removes: sign in as root, or with sudo."),
  SERVER_STOPPED("the server was stopped", FailureCode.AGAIN),
  CUT_OFF("cut off after {minutes} minutes", FailureCode.AGAIN),
  SERVER_GONE("the server that worked on it is gone", FailureCode.AGAIN),
  ENDED_ELSEWHERE("operation {operation} was ended by another server", FailureCode.AGAIN),
  SERVER_FAULT(
      "a fault of the server: {fault}", "The server's log has more about operation {operation}.");

  private static final String AGAIN = "Do it again: what was begun is taken up where it is.";

  private final String message;
  private final String advice;

  FailureCode(String message, String advice) {
    this.message = message;
    this.advice = advice;
  }

  /** As in the API and in the table. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The code of that name. */
  public static Optional<FailureCode> of(String wireName) {
    return Arrays.stream(values()).filter(code -> code.wireName().equals(wireName)).findFirst();
  }

  /** What has happened. */
  public String message() {
    return message;
  }

  /** What a person can do about it. */
  public String advice() {
    return advice;
  }
}
