/**
 * `<join-agent data-server="…">`: when its form has made a join token, it shows the commands that
 * start an agent with it. The token is nowhere but in this page.
 */
class JoinAgent extends HTMLElement {
  connectedCallback() {
    this.addEventListener("api-done", (event) => this.show(event.detail.body));
  }

  /** @param {{join_token: string, expires_at: string}} made */
  show(made) {
    for (const place of this.querySelectorAll("[data-command]")) {
      const text = place.dataset.command
        .replace("{token}", made.join_token)
        .replace("{server}", this.dataset.server);
      place.textContent = text;
      place.parentElement.querySelector("copy-button").dataset.text = text;
    }
    this.part("expires").setAttribute("datetime", made.expires_at);
    this.part("ask").hidden = true;
    for (const part of this.querySelectorAll('[data-part="token"], [data-part="waiting"]')) part.hidden = false;
    const head = this.part("token").querySelector("h2");
    head.tabIndex = -1;
    head.focus();
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

customElements.define("join-agent", JoinAgent);
