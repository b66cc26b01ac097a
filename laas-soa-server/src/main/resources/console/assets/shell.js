/** What every page needs. The live parts first: they are compared with what the server made. */
import "./live.js";
import "./api-button.js";
import "./api-form.js";
import "./copy-button.js";
import "./times.js";

const menu = document.querySelector(".menu-button");
const navigation = document.getElementById("navigation");

function show(open) {
  menu.setAttribute("aria-expanded", String(open));
  navigation.classList.toggle("open", open);
}

menu?.addEventListener("click", () => show(menu.getAttribute("aria-expanded") !== "true"));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.getAttribute("aria-expanded") === "true") {
    show(false);
    menu.focus();
  }
});
