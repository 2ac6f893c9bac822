export type SocketEvents = {
  opened(): void;
  said(text: string): void;
  failed(): void;
  closed(code: number, reason: string): void;
};

export type RawSocket = { send(text: string): void; close(code: number, reason: string): void };

/** Opens a socket of this host. Nothing is called before this returns, and nothing after `closed`. */
export type OpenSocket = (url: string, events: SocketEvents) => RawSocket;
