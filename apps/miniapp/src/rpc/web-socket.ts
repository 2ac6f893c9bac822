import { openSocket, type RawSocket } from "../platform/socket";

type Listener = (event: unknown) => void;
type Kind = "open" | "message" | "error" | "close";

/** The part of the web's WebSocket that tRPC's client uses, over the host's socket. Listeners run with `this` bound. */
export class HostWebSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readyState = 0;
  binaryType = "blob";
  readonly url: string;
  private readonly listeners: Record<Kind, Set<Listener>> = {
    open: new Set(),
    message: new Set(),
    error: new Set(),
    close: new Set(),
  };
  private readonly raw: RawSocket;

  constructor(url: string | URL) {
    this.url = String(url);
    this.raw = openSocket(this.url, {
      opened: () => {
        if (this.readyState !== this.CONNECTING) return;
        this.readyState = this.OPEN;
        this.tell("open", {});
      },
      said: (data) => {
        if (this.readyState === this.OPEN) this.tell("message", { data });
      },
      failed: () => {
        this.tell("error", {});
        if (this.readyState === this.CONNECTING) this.end(1006, "");
      },
      closed: (code, reason) => {
        // Closed before it opened is a failure to its reader, who waits for either of the two.
        if (this.readyState === this.CONNECTING) this.tell("error", {});
        this.end(code, reason);
      },
    });
  }

  addEventListener(kind: Kind, listener: Listener): void {
    this.listeners[kind].add(listener);
  }

  removeEventListener(kind: Kind, listener: Listener): void {
    this.listeners[kind].delete(listener);
  }

  send(text: string): void {
    if (this.readyState === this.OPEN) this.raw.send(text);
  }

  close(code = 1000, reason = ""): void {
    if (this.readyState >= this.CLOSING) return;
    this.readyState = this.CLOSING;
    this.raw.close(code, reason);
    // hosts may never say that a socket which had not opened is closed
    this.end(code, reason);
  }

  private end(code: number, reason: string): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.tell("close", { code, reason, wasClean: code === 1000 });
  }

  private tell(kind: Kind, event: object): void {
    for (const listener of [...this.listeners[kind]])
      listener.call(this, { type: kind, target: this, ...event });
  }
}
