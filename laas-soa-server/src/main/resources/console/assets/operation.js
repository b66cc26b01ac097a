/**
 * `<machine-operation data-events="…">`: shows what happens in an operation on a machine as it
 * happens. The server tells it from the beginning, so what the page came with is told once more;
 * what a machine prints is text and nothing else.
 */
class MachineOperation extends HTMLElement {
  connectedCallback() {
    if (this.dataset.events) this.follow();
  }

  disconnectedCallback() {
    this.source?.close();
  }

  follow() {
    this.told = new Set();
    this.source = new EventSource(this.dataset.events);
    this.source.addEventListener("step", (event) => this.step(JSON.parse(event.data)));
    this.source.addEventListener("output", (event) => this.output(JSON.parse(event.data)));
    this.source.addEventListener("end", () => this.end());
    this.source.addEventListener("error", () => {
      // One that has been refused for good does not try again by itself.
      if (this.source.readyState === EventSource.CLOSED) setTimeout(() => this.follow(), 3000);
    });
  }

  /**
   * Why one failed comes with the end, in the language of the page.
   *
   * @param {{step: string, state: string}} news
   */
  step(news) {
    const step = this.find(news.step);
    if (!step) return;
    this.mark(step, news.state);
    const time = step.querySelector('[data-part="time"]');
    if (!time.firstElementChild) time.append(document.createElement("time-span"));
    const span = time.firstElementChild;
    const now = new Date().toISOString();
    if (!span.hasAttribute("from")) span.setAttribute("from", now);
    if (news.state !== "running" && !span.hasAttribute("to")) span.setAttribute("to", now);
  }

  /** @param {{step: string, text: string}} news */
  output(news) {
    const step = this.find(news.step);
    if (!step) return;
    const output = step.querySelector('[data-part="output"]');
    const follows = output.scrollTop + output.clientHeight >= output.scrollHeight - 4;
    output.append(news.text);
    output.hidden = false;
    if (follows) output.scrollTop = output.scrollHeight;
  }

  end() {
    this.source.close();
    for (const step of this.querySelectorAll('[data-state="queued"]')) this.mark(step, "skipped");
    document.body.dispatchEvent(new CustomEvent("laas:operation-ended"));
  }

  mark(step, state) {
    const shown = step.querySelector('[data-part="state"]');
    step.dataset.state = state;
    shown.className = `state state-${state}`;
    shown.textContent = this.dataset[`word${state[0].toUpperCase()}${state.slice(1)}`] ?? state;
  }

  /** The step of that name; what the page came with goes before its first news. */
  find(name) {
    const step = [...this.querySelectorAll("[data-step]")].find((one) => one.dataset.step === name);
    if (step && !this.told.has(name)) {
      this.told.add(name);
      step.querySelector('[data-part="output"]').textContent = "";
    }
    return step;
  }
}

customElements.define("machine-operation", MachineOperation);
