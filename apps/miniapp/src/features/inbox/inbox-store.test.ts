import { describe, expect, it, vi } from "vitest";

vi.mock("@/rpc", () => ({ api: {}, failureOf: (error: unknown) => error }));
vi.mock("./tab-badge", () => ({ showUnread: () => undefined }));
const { readUpTo, unreadIn } = await import("./inbox-store");

const entry = (at: number, read: boolean) => ({
  messageId: `m${at}`,
  at,
  read,
  title: { zh: "", en: "" },
  text: { zh: "", en: "" },
  orderId: null,
});

describe("inbox", () => {
  it("reads everything up to a moment and nothing after it", () => {
    const entries = [entry(3, false), entry(2, false), entry(1, true)];
    expect(unreadIn(entries)).toBe(2);
    expect(readUpTo(entries, 2).map((e) => e.read)).toEqual([false, true, true]);
  });
});
