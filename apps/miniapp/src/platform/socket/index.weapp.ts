import type { OpenSocket } from "./socket-port";

export type { OpenSocket, RawSocket, SocketEvents } from "./socket-port";

/** WeChat gives every connection a task of its own (five at most). */
export const openSocket: OpenSocket = (url, events) => {
  const task = wx.connectSocket({ url, fail: () => events.failed() });
  task.onOpen(() => events.opened());
  task.onMessage(({ data }) => {
    if (typeof data === "string") events.said(data);
  });
  task.onError(() => events.failed());
  task.onClose(({ code, reason }) => events.closed(code, reason));
  return {
    send: (data) => task.send({ data, fail: () => events.failed() }),
    close: (code, reason) => task.close({ code, reason }),
  };
};
