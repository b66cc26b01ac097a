package org.laassoa.builder.execution;

import java.nio.file.Path;
import java.util.Map;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.Environment;
import org.laassoa.wire.Limits;
import org.laassoa.wire.StepName;

/**
 * One script to run.
 *
 * @param name what it is found by again, by a later process of the agent too; letters, digits and
 *     hyphens, given to no other script
 * @param actionId the action it belongs to
 * @param attempt the attempt it belongs to
 * @param step the step it is
 * @param script the script's name in the workspace's {@code build} folder
 * @param workspace the folders to give it
 * @param dependencyLib the shared caches
 * @param scratch a folder of this attempt alone, for the executor's own files
 * @param rawOutput the file that its output is appended to; exists, may hold secrets
 * @param environment the environment to run in
 * @param variables environment variables, without those of {@link Locations}
 * @param homeFiles files for the home directory, path below it to content
 * @param secretFiles files with secrets, written already
 * @param limits what it may use
 * @param engineAccess whether it is given the container engine: only for trusted scripts
 */
public record ScriptRun(
    String name,
    String actionId,
    int attempt,
    StepName step,
    String script,
    Workspace workspace,
    Path dependencyLib,
    Path scratch,
    Path rawOutput,
    Environment environment,
    Map<String, String> variables,
    Map<String, String> homeFiles,
    SecretFiles secretFiles,
    Limits limits,
    boolean engineAccess) {

  /** Without variables and files: this record may end up in a message. */
  @Override
  public String toString() {
    return "ScriptRun[" + actionId + "/" + attempt + " " + step + " " + script + "]";
  }
}
