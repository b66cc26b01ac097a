/** The server's side of a log: lines, outline, matches, and what comes while it grows. */
import { ApiProblem, callApi } from "./api.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** @param {number} millis @param {AbortSignal} [signal] */
function pause(millis, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new DOMException("", "AbortError"));
    });
  });
}

export class LogSource {
  /**
   * @param {string} build
   * @param {string | undefined} attempt the last one, where it is missing
   * @param {(connected: boolean) => void} connection told when calls begin to fail, and work again
   */
  constructor(build, attempt, connection) {
    this.path = `/api/builds/${encodeURIComponent(build)}/log`;
    this.attempt = attempt;
    this.connection = connection;
  }

  /**
   * Calls the server until it answers.
   *
   * @throws {ApiProblem} where it refuses
   */
  async #call(part, parameters, signal) {
    const query = new URLSearchParams(parameters);
    if (this.attempt) query.set("attempt", this.attempt);
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        const { body } = await callApi("GET", `${this.path}/${part}?${query}`, undefined, { signal });
        this.connection(true);
        return body;
      } catch (error) {
        const refused = error instanceof ApiProblem && error.status < 500;
        if (refused || error.name === "AbortError") throw error;
        this.connection(false);
        await pause(wait, signal);
      }
    }
  }

  outline(signal) {
    return this.#call("outline", {}, signal);
  }

  lines(from, count, signal) {
    return this.#call("lines", { from, count }, signal);
  }

  search(parameters, signal) {
    return this.#call("search", parameters, signal);
  }

  /** Where the whole log is. */
  get address() {
    return this.attempt ? `${this.path}?attempt=${encodeURIComponent(this.attempt)}` : this.path;
  }

  /**
   * Follows the log from a byte on. While nobody looks it does not: browsers allow few connections
   * to one server, and every tab would hold one.
   *
   * @param {number} attempt
   * @param {number} from
   * @param {{text: (attempt: number, text: string) => void, end: (state: string) => void}} listener
   * @returns {() => void} ends it
   */
  follow(attempt, from, listener) {
    let place = { attempt, from };
    let source = null;
    let timer = 0;
    let wait = FIRST_WAIT;
    let over = false;
    const open = () => {
      if (over || document.hidden || source) return;
      source = new EventSource(`${this.path}/stream?attempt=${place.attempt}&from=${place.from}`);
      source.addEventListener("open", () => {
        wait = FIRST_WAIT;
        this.connection(true);
      });
      source.addEventListener("log", (event) => {
        const [ofAttempt, next] = event.lastEventId.split("-").map(Number);
        place = { attempt: ofAttempt, from: next };
        listener.text(ofAttempt, JSON.parse(event.data).text);
      });
      source.addEventListener("end", (event) => {
        over = true;
        close();
        listener.end(JSON.parse(event.data).state);
      });
      source.addEventListener("error", () => {
        this.connection(false);
        close();
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      });
    };
    const close = () => {
      source?.close();
      source = null;
      clearTimeout(timer);
    };
    const look = () => (document.hidden ? close() : open());
    document.addEventListener("visibilitychange", look);
    open();
    return () => {
      over = true;
      close();
      document.removeEventListener("visibilitychange", look);
    };
  }
}
