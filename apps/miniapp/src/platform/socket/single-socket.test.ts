import { describe, expect, it, vi } from "vitest";
import { type SingleSocketHost, singleSocket } from "./single-socket";

function phone() {
  const listeners = {
    open: [] as (() => void)[],
    message: [] as ((text: string) => void)[],
    close: [] as (() => void)[],
  };
  const host: SingleSocketHost = {
    connect: vi.fn(),
    onOpen: (listener) => listeners.open.push(listener),
    onMessage: (listener) => listeners.message.push(listener),
    onError: () => undefined,
    onClose: (listener) => listeners.close.push(listener),
    send: vi.fn(),
    close: vi.fn(),
  };
  return {
    host,
    listeners,
    say: (text: string) => listeners.message.forEach((listener) => void listener(text)),
    open: () => listeners.open.forEach((listener) => void listener()),
    shut: () => listeners.close.forEach((listener) => void listener()),
  };
}
const events = () => ({ opened: vi.fn(), said: vi.fn(), failed: vi.fn(), closed: vi.fn() });

describe("a host with one socket", () => {
  it("registers its listeners once through reconnects, so nothing is heard twice", () => {
    const { host, listeners, open, say, shut } = phone();
    const openSocket = singleSocket(host);
    const first = events();
    openSocket("ws://a", first);
    open();
    shut();
    const second = events();
    openSocket("ws://a", second);
    open();
    say("hello");
    expect(listeners.message).toHaveLength(1);
    expect(second.said.mock.calls).toEqual([["hello"]]);
    expect(first.said).not.toHaveBeenCalled();
    expect(first.closed).toHaveBeenCalledOnce();
  });

  it("waits for the old connection's end before it opens the next", () => {
    const { host, open, shut } = phone();
    const openSocket = singleSocket(host);
    const first = events();
    openSocket("ws://a", first);
    open();
    openSocket("ws://b", events());
    expect(host.close).toHaveBeenCalledOnce();
    expect(host.connect).toHaveBeenCalledTimes(1);
    shut();
    expect(host.connect).toHaveBeenCalledTimes(2);
    expect(first.closed).toHaveBeenCalledOnce();
  });

  it("lets only the holder send and close", () => {
    const { host, open, shut } = phone();
    const openSocket = singleSocket(host);
    const old = openSocket("ws://a", events());
    open();
    old.close(1000, "");
    shut();
    const now = openSocket("ws://a", events());
    open();
    old.send("from the past");
    old.close(1000, "");
    now.send("hello");
    expect(vi.mocked(host.send).mock.calls.map(([text]) => text)).toEqual(["hello"]);
    expect(host.close).toHaveBeenCalledTimes(1);
  });

  it("forgets a connection that was given up while it waited", () => {
    const { host, open, shut } = phone();
    const openSocket = singleSocket(host);
    openSocket("ws://a", events());
    open();
    openSocket("ws://b", events()).close(1000, "");
    shut();
    expect(host.connect).toHaveBeenCalledTimes(1);
  });
});
