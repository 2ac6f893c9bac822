type Listener = () => void;

class Signal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  private readonly listeners = new Set<Listener>();
  addEventListener(_type: "abort", listener: Listener): void {
    this.listeners.add(listener);
  }
  removeEventListener(_type: "abort", listener: Listener): void {
    this.listeners.delete(listener);
  }
  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }
  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.onabort?.();
    for (const listener of [...this.listeners]) listener();
  }
}

/** The part of the web's AbortController that tRPC uses; mini-program engines have none. */
export class AbortController {
  readonly signal = new Signal();
  abort(reason: unknown = new Error("aborted")): void {
    this.signal.fire(reason);
  }
}
