/**
 * What a form's reader can do when its entry was changed meanwhile (`#meanwhile` within the same
 * `<api-form>`): `<button data-save-over="ETag">` saves what is in the form over that version, and
 * over no later one.
 */
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-save-over]");
  const form = button?.closest("api-form")?.querySelector("form");
  if (!form) return;
  form.dataset.etag = button.dataset.saveOver;
  form.requestSubmit();
});
