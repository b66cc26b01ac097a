package org.laassoa.server.console.build;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages of builds. */
@MessageBundle("builds")
public interface BuildWords {

  @Message("{words:state_of(state)} · #{id} {subject}")
  String title(String state, long id, String subject);

  @Message("Waited")
  String waited();

  @Message("Asked for by")
  String asked_by();

  @Message(
      "{#switch kind}{#case 'build'}Build{#case 'build_parent_image'}Parent image"
          + "{#case 'clean'}Clean-up of an agent{#case 'diagnose'}Diagnosis of an agent"
          + "{#else}{kind}{/switch}")
  String kind_of(String kind);

  @Message("Asked for by {user}")
  String asked_for(String user);

  @Message("took")
  String took();

  @Message("runs for")
  String runs_for();

  @Message("Cancel build")
  String cancel();

  @Message("Cancel build #{id}? What it has done so far is lost.")
  String cancel_question(long id);

  @Message("The build is being cancelled.")
  String cancelling();

  @Message("Build again")
  String retry();

  @Message("Steps")
  String steps();

  @Message("Step")
  String step();

  @Message("Start")
  String began_after();

  @Message("Over time")
  String over_time();

  @Message("Longer than drawn")
  String broken();

  @Message("Attempt {number}")
  String attempt(int number);

  @Message("Attempts")
  String attempts();

  @Message("This is attempt {number}. Another one followed it.")
  String former_attempt(int number);

  @Message("To the last attempt")
  String to_last_attempt();

  @Message("Commit")
  String commit();

  @Message("Not known yet")
  String commit_unknown();

  @Message("Branch")
  String branch();

  @Message("Tag")
  String tag();

  @Message("Images")
  String images();

  @Message("not pushed")
  String not_pushed();

  @Message("Parameters")
  String parameters();

  @Message("Needs the labels")
  String required_labels();

  @Message("Priority")
  String priority();

  @Message("Repeats")
  String retry_of();

  @Message("Followed from")
  String triggered_by();

  @Message("Followed by")
  String triggered();

  @Message("about to be enqueued")
  String triggered_soon();

  @Message("Log")
  String log();

  @Message("intact")
  String log_intact();

  @Message("It is stored as the agent sent it: the SHA-256 is the same.")
  String log_intact_hint();

  @Message("differs from what the agent sent")
  String log_damaged();

  @Message("Project, branch or tag")
  String search();

  @Message("All states")
  String all_states();

  @Message("Show all projects")
  String show_all();

  @Message("Only {what}")
  String only(String what);

  @Message("Nothing has been built yet")
  String none_yet();

  @Message("Add a project and build it: its builds are listed here.")
  String none_yet_hint();

  @Message("No build matches")
  String none_match();

  @Message("Try other words or another state.")
  String none_match_hint();

  @Message("Among the newest {builds}.")
  String newest_only(int builds);

  @Message("{from}–{to} of {total}")
  String range(long from, long to, String total);

  @Message("Newer")
  String newer();

  @Message("Older")
  String older();
}
