package org.laassoa.server.console.fleet;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the fleet's pages. */
@MessageBundle("fleet")
public interface FleetWords {

  @Message(
      "{#switch state}{#case 'online'}Online{#case 'offline'}Offline{#case"
          + " 'stopped'}Stopped{#case 'stopping'}Stopping{#case 'draining'}Draining{#case"
          + " 'drained'}Drained{#case 'outdated'}Too old{#case 'forbidden'}Not allowed"
          + " anything{#case 'paused'}Taking nothing{#else}{state}{/switch}")
  String agent_state(String state);

  @Message(
      "{#switch state}{#case 'offline'}Nothing is heard of it. Builds that it has go"
          + " on if its process runs; otherwise they are given to another agent. When it"
          + " is back it takes work by itself.{#case 'stopped'}It was told to stop, and"
          + " has. Resume it before it is started again, or it ends at once.{#case"
          + " 'stopping'}It takes nothing more, and its process ends when it holds"
          + " nothing.{#case 'draining'}It finishes what it has and takes nothing"
          + " more.{#case 'drained'}It takes nothing more until it is resumed. It holds"
          + " nothing: its machine can be worked on.{#case 'outdated'}Its version is older"
          + " than the server works with. Upgrade it: builds that run go on.{#case"
          + " 'forbidden'}The capability rules leave it none of the types that it asks"
          + " for.{#case 'paused'}It takes no work at present.{#else}{/switch}")
  String agent_why(String state);

  @Message("It says:")
  String it_says();

  @Message("Load")
  String load();

  @Message("{holding} of {capacity}")
  String load_of(int holding, int capacity);

  @Message("Executor")
  String executor();

  @Message(
      "{#switch executor}{#case 'auto'}Containers where an engine answers{#case"
          + " 'docker'}Containers{#case 'process'}Processes, not"
          + " isolated{#else}{executor}{/switch}")
  String executor_named(String executor);

  @Message("Add an agent")
  String add_agent();

  @Message("Add a machine")
  String add_machine();

  @Message("Name or label")
  String search_agents();

  @Message("Name or description")
  String search_machines();

  @Message("Any state")
  String any_state();

  @Message("No agent has joined yet")
  String no_agents();

  @Message(
      "Agents do the builds. Start one by hand with a join token, or let the server"
          + " install one on a machine by SSH.")
  String no_agents_hint();

  @Message("Nothing matches.")
  String none_found();

  @Message("Show all")
  String show_all();

  @Message("Last seen")
  String last_seen();

  @Message("never")
  String never();

  @Message("No. {id}")
  String number(long id);

  @Message("Drain")
  String drain();

  @Message("It takes nothing more.")
  String drain_done();

  @Message("Resume")
  String resume();

  @Message("It takes work again.")
  String resume_done();

  @Message("Stop")
  String stop();

  @Message(
      "Let {name} finish what it has, and end then? Service managers do not start it"
          + " again by themselves.")
  String stop_question(String name);

  @Message("It ends when it holds nothing.")
  String stop_done();

  @Message("Diagnose")
  String diagnose();

  @Message("Remove")
  String remove();

  @Message("Remove {name}? Its token is refused from then on; it would have to join anew.")
  String remove_question(String name);

  @Message("Now")
  String now();

  @Message("It does nothing now.")
  String nothing_now();

  @Message("What it takes")
  String what_it_takes();

  @Message("Takes")
  String effective();

  @Message("Because")
  String because();

  @Message("There are no capability rules: it gets all that it asks for.")
  String no_rules();

  @Message("Asks for")
  String subscription();

  @Message("Everything")
  String everything();

  @Message(
      "{#switch type}{#case 'build'}Builds{#case 'build_parent_image'}Parent"
          + " images{#case 'clean'}Clean caches{#case"
          + " 'diagnose'}Diagnose{#else}{type}{/switch}")
  String action_type(String type);

  @Message("About")
  String about();

  @Message("too old")
  String too_old();

  @Message("Learns of work by")
  String pick_up();

  @Message(
      "{#switch way}{#case 'doorbell'}WebSocket, at once{#case 'held_poll'}Held"
          + " polls, at once{#case 'poll'}Polls, each half second{#else}{way}{/switch}")
  String pick_up_named(String way);

  @Message("Address")
  String address();

  @Message("Disk")
  String disk();

  @Message("{free} of {total} GiB free")
  String disk_of(String free, String total);

  @Message("Below the {needed} GiB that it needs")
  String disk_low(String needed);

  @Message("{gib} GiB were free when its machine was looked at,")
  String disk_free(long gib);

  @Message("{gib} GiB free")
  String gib_free(long gib);

  @Message("Machine")
  String machine();

  @Message("Started by hand")
  String by_hand();

  @Message("Recent work")
  String recent();

  @Message("It has done nothing lately.")
  String nothing_recent();

  @Message("Clean caches")
  String clean();

  @Message(
      "What a running build uses stays. The log says what was removed; with none"
          + " chosen all are emptied.")
  String clean_hint();

  @Message(
      "{#switch cache}{#case 'workspaces'}Checkouts of branches{#case"
          + " 'dependency_lib'}Shared dependencies (Maven, npm and others){#case"
          + " 'images'}Images that it made{#case 'containers'}Containers left"
          + " behind{#else}{cache}{/switch}")
  String cache_named(String cache);

  @Message(
      "An agent is one process that calls the server; it needs no open port. Make a"
          + " join token, and start the agent with it on a machine that reaches this"
          + " server.")
  String add_agent_hint();

  @Message("Or let the server install it by SSH.")
  String by_ssh_instead();

  @Message("Join token")
  String join_token();

  @Message("Valid for")
  String valid_for();

  @Message("An hour")
  String valid_hour();

  @Message("A day")
  String valid_day();

  @Message("A week")
  String valid_week();

  @Message(
      "Any number of agents join with it until it expires. Each then has a token of" + " its own.")
  String valid_hint();

  @Message("Make a join token")
  String make_token();

  @Message("Start the agent")
  String start_agent();

  @Message("The token is shown only now. Leave this page open until the agent has joined.")
  String token_once();

  @Message("From the source folder, with Java 25")
  String with_launcher();

  @Message("In the folder that the server was built in; nothing else is needed there.")
  String with_launcher_hint();

  @Message("With the executable")
  String with_executable();

  @Message(
      "“./laas native” or “./laas agent-package” makes it; copy it to the machine"
          + " and start it there.")
  String with_executable_hint();

  @Message("Expires")
  String expires();

  @Message("Joined")
  String joined();

  @Message("Waiting for the agent. It appears here as soon as it has joined.")
  String waiting_for_agent();

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
      "{#switch kind}{#case 'provision'}Install the agent on {machine}{#case"
          + " 'look'}Look at {machine}{#case 'upgrade'}Upgrade the agent on"
          + " {machine}{#case 'restart'}Restart the agent on {machine}{#case"
          + " 'uninstall'}Uninstall the agent from {machine}{#case 'diagnose'}Diagnose"
          + " {machine}{#else}{machine}{/switch}")
  String operation_of(String kind, String machine);

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

  @Message("Agent {name}")
  String agent_title(String name);

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

  @Message("Try again")
  String again();

  @Message("Edit the machine")
  String edit_machine();

  @Message("The agent on it:")
  String agent_is();

  @Message("Go to the machine")
  String to_machine();

  @Message(
      "{#switch step}{#case 'connect'}Connect{#case 'look'}Look{#case"
          + " 'check'}Check{#case 'upload'}Upload{#case 'configure'}Configure{#case"
          + " 'install'}Install{#case 'start'}Start{#case 'online'}Wait until it is"
          + " online{#case 'find'}Check what is installed{#case 'restart'}Restart{#case"
          + " 'stop'}Stop{#case 'remove'}Remove{#case 'forget'}Forget{#case"
          + " 'diagnose'}Diagnose{#else}{step}{/switch}")
  String step_named(String step);

  @Message("{step}: {reason}")
  String failed_at(String step, String reason);

  @Message("Output of {step}")
  String output_of(String step);
}
