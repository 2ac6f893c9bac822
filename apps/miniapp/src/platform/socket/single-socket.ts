import type { OpenSocket, RawSocket, SocketEvents } from "./socket-port";

/** The calls of a host that knows one socket for the whole app. */
export type SingleSocketHost = {
  connect(url: string, failed: () => void): void;
  onOpen(listener: () => void): void;
  onMessage(listener: (text: string) => void): void;
  onError(listener: () => void): void;
  onClose(listener: () => void): void;
  send(text: string, failed: () => void): void;
  close(): void;
};

/**
 * Alipay and DingTalk have one global socket whose listeners stay through reconnects: adding some for each connection
 * would answer every message several times. So they are registered once and hand on to whoever holds the socket now;
 * an older holder hears nothing more.
 */
export function singleSocket(host: SingleSocketHost): OpenSocket {
  let holder: SocketEvents | null = null;
  let listening = false;
  let closing = false;
  let waiting: (() => void) | null = null;

  const listen = () => {
    listening = true;
    host.onOpen(() => holder?.opened());
    host.onMessage((text) => holder?.said(text));
    host.onError(() => holder?.failed());
    host.onClose(() => {
      closing = false;
      const last = holder;
      holder = null;
      last?.closed(1006, "");
      const next = waiting;
      waiting = null;
      next?.();
    });
  };

  return (url, events): RawSocket => {
    if (!listening) listen();
    const start = () => {
      holder = events;
      host.connect(url, () => {
        if (holder === events) events.failed();
      });
    };
    // the host refuses a second connection until the first has said that it is closed
    if (closing) waiting = start;
    else if (holder) {
      closing = true;
      waiting = start;
      host.close();
    } else start();
    return {
      send: (text) => {
        if (holder === events) host.send(text, () => events.failed());
      },
      close: () => {
        if (waiting === start) waiting = null;
        if (holder !== events || closing) return;
        closing = true;
        host.close();
      },
    };
  };
}
