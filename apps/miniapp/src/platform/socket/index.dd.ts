import { singleSocket } from "./single-socket";

export type { OpenSocket, RawSocket, SocketEvents } from "./socket-port";

export const openSocket = singleSocket({
  connect: (url, failed) => dd.connectSocket({ url, fail: failed }),
  onOpen: (listener) => dd.onSocketOpen(listener),
  onMessage: (listener) => dd.onSocketMessage(({ data }) => listener(String(data))),
  onError: (listener) => dd.onSocketError(listener),
  onClose: (listener) => dd.onSocketClose(listener),
  send: (data, failed) => dd.sendSocketMessage({ data, fail: failed }),
  close: () => dd.closeSocket({}),
});
