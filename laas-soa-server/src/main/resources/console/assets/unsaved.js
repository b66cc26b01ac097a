/** Asks back before a page is left whose `form[data-warn]` has changes that are not saved. */
let unsaved = false;

document.addEventListener("input", (event) => {
  if (event.target.closest("form[data-warn]")) unsaved = true;
});
document.addEventListener("submit", (event) => {
  if (event.target.closest("form[data-warn]")) unsaved = false;
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
