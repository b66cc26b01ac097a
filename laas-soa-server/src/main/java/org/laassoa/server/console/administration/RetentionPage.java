package org.laassoa.server.console.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.console.Shell;
import org.laassoa.server.retention.StoredWeeks;

/** How long what is kept, and how much of it there is. */
@Path("/administration/retention")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class RetentionPage {

  private final Shell shell;
  private final StoredWeeks weeks;
  private final LaasConfig config;

  RetentionPage(Shell shell, StoredWeeks weeks, LaasConfig config) {
    this.shell = shell;
    this.weeks = weeks;
    this.config = config;
  }

  @CheckedTemplate(basePath = "console/administration")
  static class Templates {
    private Templates() {}

    static native TemplateInstance retention(Page page);
  }

  /**
   * The page.
   *
   * @param settings how long what is kept
   * @param weeks what is stored, the newest first
   * @param total what all weeks take
   */
  record Page(List<Setting> settings, List<Week> weeks, String total) {}

  /**
   * A setting.
   *
   * @param what is kept, in words
   * @param value for how long, or how much
   * @param variable the environment variable that sets it
   */
  record Setting(String what, String value, String variable) {}

  /**
   * A week.
   *
   * @param start its Monday
   * @param builds what its builds take
   * @param logs what its logs take
   */
  record Week(LocalDate start, String builds, String logs) {}

  /** Shows it. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance retention() {
    List<StoredWeeks.StoredWeek> stored = weeks.list();
    long total = stored.stream().mapToLong(week -> week.buildBytes() + week.logBytes()).sum();
    AdministrationWords words = shell.words(AdministrationWords.class);
    return shell.show(
        Templates.retention(
            new Page(
                settings(words),
                stored.stream()
                    .map(
                        week ->
                            new Week(
                                week.start().atZone(ZoneOffset.UTC).toLocalDate(),
                                Bytes.text(week.buildBytes()),
                                Bytes.text(week.logBytes())))
                    .toList(),
                Bytes.text(total))));
  }

  private List<Setting> settings(AdministrationWords words) {
    LaasConfig.Retention kept = config.retention();
    return List.of(
        new Setting(words.keep_builds(), days(kept.builds(), words), "LAAS_RETENTION_BUILDS"),
        new Setting(
            words.keep_builds_per_project(),
            kept.buildsPerProject() == 0 ? words.no_limit() : "" + kept.buildsPerProject(),
            "LAAS_RETENTION_BUILDS_PER_PROJECT"),
        new Setting(words.keep_logs(), days(kept.logs(), words), "LAAS_RETENTION_LOGS"),
        new Setting(
            words.keep_log_bytes(),
            kept.logBytes() == 0 ? words.no_limit() : Bytes.text(kept.logBytes()),
            "LAAS_RETENTION_LOG_BYTES"),
        new Setting(words.keep_agents(), days(kept.agents(), words), "LAAS_RETENTION_AGENTS"),
        new Setting(words.keep_audit(), days(kept.audit(), words), "LAAS_RETENTION_AUDIT"),
        new Setting(
            words.keep_deliveries(),
            days(config.deliveries().kept(), words),
            "LAAS_DELIVERIES_KEPT"));
  }

  private static String days(Duration duration, AdministrationWords words) {
    return duration.toDays() > 0 ? words.days(duration.toDays()) : duration.toString();
  }
}
