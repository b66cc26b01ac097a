/**
 * Links from what is told of a build into its log: `data-log-first-error`, and `data-log-step` with
 * a step's name. Without the script they lead to the log.
 */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-log-first-error], [data-log-step]");
  const log = document.getElementById("log");
  if (!link || !log?.toStep || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  log.scrollIntoView({ block: "start" });
  if (link.dataset.logStep) log.toStep(link.dataset.logStep);
  else log.toFirstError();
  log.querySelector("[tabindex='0']")?.focus({ preventScroll: true });
});
