package org.laassoa.server.console.history;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The part of a form's page that tells what became of its entry meanwhile. */
public final class MeanwhilePart {

  private MeanwhilePart() {}

  @CheckedTemplate(basePath = "console/history")
  static class Templates {
    private Templates() {}

    static native TemplateInstance meanwhile(Meanwhile meanwhile);
  }

  /** That part alone, as it is asked for again and again. */
  public static TemplateInstance of(Meanwhile meanwhile) {
    return Templates.meanwhile(meanwhile);
  }
}
