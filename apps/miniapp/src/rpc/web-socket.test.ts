import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SocketEvents } from "../platform/socket/socket-port";
import { HostWebSocket } from "./web-socket";

const opened = vi.hoisted(() => ({ events: [] as unknown[], raw: { send: vi.fn(), close: vi.fn() } }));
vi.mock("../platform/socket", () => ({
  openSocket: (_url: string, events: unknown) => {
    opened.events.push(events);
    return opened.raw;
  },
}));
const host = (): SocketEvents => opened.events.at(-1) as SocketEvents;

describe("the WebSocket that tRPC is given", () => {
  beforeEach(() => {
    opened.events = [];
    opened.raw.send.mockReset();
    opened.raw.close.mockReset();
  });

  it("goes from connecting to open and tells it with `this` bound", () => {
    const socket = new HostWebSocket("ws://api.test/trpc");
    const heard: unknown[] = [];
    socket.addEventListener("open", function (this: unknown) {
      heard.push(this);
    });
    expect(socket.readyState).toBe(HostWebSocket.CONNECTING);
    host().opened();
    expect(socket.readyState).toBe(socket.OPEN);
    expect(heard).toEqual([socket]);
  });

  it("passes messages only while open, and not to who has left", () => {
    const socket = new HostWebSocket("ws://api.test/trpc");
    const listen = vi.fn();
    socket.addEventListener("message", listen);
    host().said("early");
    host().opened();
    host().said("now");
    socket.removeEventListener("message", listen);
    host().said("late");
    expect(listen.mock.calls.map(([event]) => (event as { data: string }).data)).toEqual(["now"]);
  });

  it("says close once, whoever closes first", () => {
    const socket = new HostWebSocket("ws://api.test/trpc");
    const closed = vi.fn();
    socket.addEventListener("close", closed);
    host().opened();
    socket.close();
    host().closed(1000, "");
    expect(closed).toHaveBeenCalledOnce();
    expect(opened.raw.close).toHaveBeenCalledWith(1000, "");
    expect(socket.readyState).toBe(socket.CLOSED);
  });

  it("ends when it cannot connect, so that a new try follows", () => {
    const socket = new HostWebSocket("ws://api.test/trpc");
    const closed = vi.fn();
    socket.addEventListener("close", closed);
    host().failed();
    expect(closed).toHaveBeenCalledOnce();
    socket.send("lost");
    expect(opened.raw.send).not.toHaveBeenCalled();
  });
});
