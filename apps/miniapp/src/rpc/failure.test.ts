import { describe, expect, it } from "vitest";
import { failureOf, OwnFailure, ownFailures } from "./failure";

describe("failures in words", () => {
  it("reads the server's words and its trace id", () => {
    const failure = failureOf({
      data: {
        sanqi: {
          code: "DISH_SOLD_OUT",
          zh: "卖完了",
          en: "Sold out",
          traceId: "t1",
          failure: { kind: "soldOut" },
        },
      },
    });
    expect(failure).toEqual({
      code: "DISH_SOLD_OUT",
      words: { zh: "卖完了", en: "Sold out" },
      traceId: "t1",
      detail: { kind: "soldOut" },
    });
  });

  it("calls no answer NETWORK and an unreadable one SERVER_UNREADABLE", () => {
    expect(failureOf(new TypeError("request:fail")).code).toBe("NETWORK");
    expect(failureOf({ meta: { response: { status: 502 } } }).code).toBe("SERVER_UNREADABLE");
    expect(failureOf(null).words).toEqual(ownFailures.NETWORK);
  });

  it("finds its own failure under what tRPC wraps around it", () => {
    const wrapped = Object.assign(new Error("x"), { cause: new OwnFailure("HOST_NEEDED") });
    expect(failureOf(wrapped)).toMatchObject({ code: "HOST_NEEDED", words: ownFailures.HOST_NEEDED });
  });
});
