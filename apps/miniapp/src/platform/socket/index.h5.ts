import type { OpenSocket } from "./socket-port";

export type { OpenSocket, RawSocket, SocketEvents } from "./socket-port";

export const openSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url);
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") events.said(data);
  };
  socket.onerror = () => events.failed();
  socket.onclose = ({ code, reason }) => events.closed(code, reason);
  return { send: (text) => socket.send(text), close: (code, reason) => socket.close(code, reason) };
};
