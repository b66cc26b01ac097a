package org.laassoa.server.console.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the machines’ pages. */
@MessageBundle("machines")
public interface MachineWords {

  @Message("Name or description")
  String search_machines();

  @Message("{gib} GiB free")
  String gib_free(long gib);

  @Message("No machine yet")
  String no_machines();

  @Message(
      "A machine is a host that the server signs in on by SSH to install an agent"
          + " and keep it up to date.")
  String no_machines_hint();

  @Message("Last operation")
  String last_operation();

  @Message(
      "{#switch state}{#case 'working'}Being worked on{#case 'new'}Host key not"
          + " confirmed{#case 'bare'}No agent{#case 'failed'}Failed{#else}{state}{/switch}")
  String machine_state(String state);

  @Message("Pages")
  String pages();

  @Message("Page {page} of {pages}")
  String page_of(long page, long pages);

  @Message(
      "{#switch kind}{#case 'provision'}Install{#case 'look'}First look{#case"
          + " 'upgrade'}Upgrade{#case 'restart'}Restart{#case 'uninstall'}Uninstall{#case"
          + " 'diagnose'}Diagnose{#else}{kind}{/switch}")
  String operation_kind(String kind);

  @Message(
      "{#switch kind}{#case 'provision'}Follow the installation{#case"
          + " 'uninstall'}Follow the removal{#else}Follow what is done{/switch}")
  String follow(String kind);

  @Message("Install the agent")
  String provision();

  @Message("Bring up to date")
  String provision_again();

  @Message("Upgrade")
  String upgrade();

  @Message("Restart")
  String restart();

  @Message("Look at it")
  String look();

  @Message("Uninstall")
  String uninstall();

  @Message(
      "Remove the agent from {name} with all its workspaces and caches? It finishes"
          + " or hands back what it has first.")
  String uninstall_question(String name);

  @Message("Delete the machine {name} here? Nothing is changed on the host itself.")
  String delete_machine_question(String name);

  @Message("Connection")
  String connection();

  @Message("Login")
  String login();

  @Message("Private key")
  String private_key();

  @Message("Becomes root")
  String becomes_root();

  @Message("By sudo")
  String by_sudo();

  @Message("Machine {name}")
  String machine_title(String name);

  @Message("As the server’s")
  String clock_right();

  @Message("Reaches this server at")
  String server_url();

  @Message("Has not joined yet")
  String not_joined();

  @Message("{count} builds at once")
  String builds_at_once(int count);

  @Message("Folder")
  String directory();

  @Message("Remove what is stored")
  String forget_secret();

  @Message("What was found there")
  String facts();

  @Message("System")
  String system();

  @Message("Container engine")
  String engine();

  @Message("None answers: builds run as plain processes")
  String no_engine();

  @Message("Kept running by")
  String supervision();

  @Message("a script of the agent")
  String by_script();

  @Message("Clock")
  String clock();

  @Message("{seconds} s ahead of the server")
  String clock_offset(long seconds);

  @Message("Installed agent")
  String installed();

  @Message("runs")
  String runs();

  @Message("does not run")
  String does_not_run();

  @Message("Looked at")
  String looked_at();

  @Message("Nothing is known yet: “Look at it” finds out, and changes nothing there.")
  String no_facts();

  @Message("Operations")
  String operations();

  @Message("Operation")
  String operation();

  @Message("Nothing was done on it yet.")
  String no_operations();

  @Message("By")
  String requested_by();

  @Message("Changes")
  String changes();

  @Message("When")
  String changed_at();

  @Message("Who")
  String author();

  @Message("Change")
  String change();

  @Message(
      "{#switch change}{#case 'created'}Created{#case 'updated'}Changed{#case"
          + " 'deleted'}Deleted{#else}{change}{/switch}")
  String change_named(String change);

  @Message(
      "The server has no agents to install yet: set LAAS_AGENT_BINARIES to a folder"
          + " with laas-agent-linux-amd64, and start it again. Machines can be added and"
          + " looked at meanwhile.")
  String no_binaries();

  @Message(
      "The server fetches the machine’s host key and shows it to you. When you have confirmed it,"
          + " the server signs in by SSH and installs the agent.")
  String machine_hint();

  @Message("Such as builder-1. It stays.")
  String machine_name_hint();

  @Message("SSH port")
  String ssh_port();

  @Message("Account")
  String account();

  @Message("Stored and never shown. Leave it empty to keep it.")
  String secret_stored();

  @Message("Also for sudo, where that asks for one.")
  String password_hint();

  @Message("The content of a file such as id_ed25519. It is tried before the password.")
  String private_key_hint();

  @Message("Passphrase of the key")
  String passphrase();

  @Message("With sudo, systemd keeps the agent running. The agent itself runs as the" + " account.")
  String become_hint();

  @Message("The address at which that machine reaches this server.")
  String server_url_hint();

  @Message("Builds at once")
  String capacity();

  @Message("More settings")
  String more();

  @Message("Where you know it beforehand: type and fingerprint, or the line of its .pub" + " file.")
  String host_key_hint();

  @Message("Name of the agent")
  String agent_name();

  @Message("One a line.")
  String one_a_line();

  @Message("None chosen means all of them.")
  String none_means_all();

  @Message("Add and fetch its host key")
  String add_and_fetch();

  @Message("Edit the machine")
  String edit_machine();
}
