import { describe, expect, it } from "vitest";
import { createDeferredDeeds, type Offer } from "./deferred-deeds";

function desk() {
  const sent: string[] = [];
  const takenBack: string[] = [];
  const offers: Parameters<Offer>[0][] = [];
  const deeds = createDeferredDeeds((orderId) => takenBack.push(orderId));
  const put = (orderId: string, deed: "accept" | "ready") =>
    deeds.put(
      orderId,
      deed,
      async () => void sent.push(`${deed} ${orderId}`),
      (offer) => offers.push(offer),
    );
  return { sent, takenBack, offers, deeds, put };
}

describe("a deferred deed", () => {
  it("is sent once, when the time to take it back is over", async () => {
    const { sent, offers, put, deeds } = desk();
    await put("a1", "accept");
    expect(sent).toEqual([]);
    offers[0]?.commit();
    offers[0]?.commit();
    await deeds.flush();
    expect(sent).toEqual(["accept a1"]);
  });

  it("that was taken back is never sent", async () => {
    const { sent, takenBack, offers, put } = desk();
    await put("a1", "accept");
    offers[0]?.undo();
    offers[0]?.commit();
    expect(sent).toEqual([]);
    expect(takenBack).toEqual(["a1"]);
  });

  it("cannot be taken back after it went out", async () => {
    const { takenBack, offers, put } = desk();
    await put("a1", "accept");
    offers[0]?.commit();
    offers[0]?.undo();
    expect(takenBack).toEqual([]);
  });

  it("goes out first when the next one for the same order comes", async () => {
    const { sent, offers, put } = desk();
    await put("a1", "accept");
    await put("a1", "ready");
    expect(sent).toEqual(["accept a1"]);
    offers[0]?.undo();
    offers[1]?.commit();
    expect(sent).toEqual(["accept a1", "ready a1"]);
  });

  it("goes out when the next step needs it done, and no other with it", async () => {
    const { sent, put, deeds } = desk();
    await put("a1", "ready");
    await put("a2", "ready");
    await deeds.settle("a1");
    await deeds.settle("a3");
    expect(sent).toEqual(["ready a1"]);
  });

  it("goes out at once when the page is left", async () => {
    const { sent, put, deeds } = desk();
    await put("a1", "accept");
    await put("a2", "accept");
    await deeds.flush();
    expect(sent).toEqual(["accept a1", "accept a2"]);
  });
});
