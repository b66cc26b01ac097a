/**
 * Buttons that are one call of the API: `data-api-method`, `data-api-path`, `data-api-body` (JSON),
 * asked back with the words of `data-confirm`. After it the page goes to `data-then`, whose
 * `{names}` are filled from the answer, or says `data-done`; the button fires `api-done`.
 */
import { announce, callApi, filled, wordsOf } from "./api.js";
import { confirmed } from "./confirm.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-api-method]");
  if (!button || button.disabled) return;
  event.preventDefault();
  const { apiMethod, apiPath, apiBody, apiEtag, confirm, then, done } = button.dataset;
  if (confirm && !(await confirmed(confirm, button.textContent.trim()))) return;
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  try {
    const body = apiBody === undefined ? undefined : JSON.parse(apiBody);
    const answer = await callApi(apiMethod.toUpperCase(), apiPath, body, { etag: apiEtag });
    if (then) {
      location.assign(filled(then, answer.body));
      return;
    }
    if (done) announce(done);
    button.dispatchEvent(new CustomEvent("api-done", { bubbles: true, detail: answer }));
  } catch (error) {
    announce(wordsOf(error));
  }
  button.disabled = false;
  button.removeAttribute("aria-busy");
});
