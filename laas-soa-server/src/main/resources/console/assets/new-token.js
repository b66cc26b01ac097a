/** `<new-token>` around the form of a new token: shows the token, once, when it is made. */
import { made } from "./form-part.js";
import "./project-choice.js";

class NewToken extends HTMLElement {
  connectedCallback() {
    this.addEventListener("api-done", (event) => this.show(event.detail.body.token));
  }

  show(token) {
    const { wordsMade, wordsCopy, wordsDone } = this.dataset;
    const box = made("div", "notice success stack tight", { tabIndex: -1 });
    box.setAttribute("role", "status");
    const copy = made("copy-button", "", { textContent: wordsCopy });
    copy.dataset.text = token;
    const row = made("div", "row");
    row.append(made("code", "new-token break", { textContent: token }), copy);
    const done = made("a", "button small", { href: location.pathname, textContent: wordsDone });
    const foot = made("div", "row end");
    foot.append(done);
    box.append(made("p", "", { textContent: wordsMade }), row, foot);
    this.replaceChildren(box);
    box.focus();
  }
}

customElements.define("new-token", NewToken);
