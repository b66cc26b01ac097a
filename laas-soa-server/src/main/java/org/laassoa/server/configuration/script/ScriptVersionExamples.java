package org.laassoa.server.configuration.script;

/** Examples for the API's description. */
public final class ScriptVersionExamples {
  /** One version of several. */
  public static final String VERSION =
      """
      {
        "number": 2,
        "created_at": "2026-11-22T11:00:00Z",
        "author": "alice",
        "changes": [{"file": "compile.sh", "change": "changed"}]
      }
      """;

  /** One version with its files. */
  public static final String FILES =
      """
      {
        "number": 2,
        "created_at": "2026-11-22T11:00:00Z",
        "author": "alice",
        "files": {"compile.sh": {"version": 2, "content": "mvn -B verify\\n"}}
      }
      """;

  /** What differs between two. */
  public static final String DIFF =
      """
      {
        "from": 1,
        "to": 2,
        "files": [
          {
            "file": "compile.sh",
            "change": "changed",
            "diff": "--- a/compile.sh\\n+++ b/compile.sh\\n@@ -1,1 +1,1 @@\\n-mvn -B package\\n+mvn -B verify\\n"
          }
        ]
      }
      """;

  private ScriptVersionExamples() {}
}
