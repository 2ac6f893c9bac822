import { singleSocket } from "./single-socket";

export type { OpenSocket, RawSocket, SocketEvents } from "./socket-port";

export const openSocket = singleSocket({
  // a connection that cannot be made is told through onSocketError
  connect: (url) => my.connectSocket({ url }),
  onOpen: (listener) => my.onSocketOpen(listener),
  onMessage: (listener) => my.onSocketMessage(({ data }) => listener(String(data))),
  onError: (listener) => my.onSocketError(listener),
  onClose: (listener) => my.onSocketClose(listener),
  send: (data, failed) => my.sendSocketMessage({ data, fail: failed }),
  close: () => my.closeSocket(),
});
