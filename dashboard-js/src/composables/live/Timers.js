/** Named timers: planning one again replaces it. */
export class Timers {
  #window
  #running = new Map()

  /** @param {Window} window whose clock it is */
  constructor(window) {
    this.#window = window
  }

  /** @param {string} name @param {number} delayMs @param {Function} work */
  plan(name, delayMs, work) {
    this.#window.clearTimeout(this.#running.get(name))
    this.#running.set(name, this.#window.setTimeout(work, delayMs))
  }

  stopAll() {
    for (const timer of this.#running.values()) this.#window.clearTimeout(timer)
    this.#running.clear()
  }
}
