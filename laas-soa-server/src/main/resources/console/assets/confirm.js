/** Asks back before something is done that cannot be undone. */

/**
 * @param {string} question
 * @param {string} action the words of the button that does it
 * @returns {Promise<boolean>}
 */
export function confirmed(question, action) {
  const dialog = document.createElement("dialog");
  dialog.className = "confirm";
  const text = document.createElement("p");
  text.id = "confirm-question";
  text.textContent = question;
  dialog.setAttribute("aria-labelledby", text.id);
  const form = document.createElement("form");
  form.method = "dialog";
  form.className = "row end";
  form.append(button("cancel", document.body.dataset.wordsCancel ?? "", "button"));
  form.append(button("yes", action, "button danger"));
  dialog.append(text, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}

function button(value, words, style) {
  const made = document.createElement("button");
  made.value = value;
  made.className = style;
  made.textContent = words;
  return made;
}
