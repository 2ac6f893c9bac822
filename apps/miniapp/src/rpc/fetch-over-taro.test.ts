import { beforeEach, describe, expect, it, vi } from "vitest";
import { fetchOverTaro } from "./fetch-over-taro";

const request = vi.hoisted(() => vi.fn());
vi.mock("@tarojs/taro", () => ({ default: { request } }));

const answers = (statusCode: number, data: unknown) =>
  request.mockReturnValue(Promise.resolve({ statusCode, data }));

describe("fetch over the host's request", () => {
  beforeEach(() => {
    request.mockReset();
  });

  it("asks for text and parses it itself", async () => {
    answers(200, '[{"result":{"data":1}}]');
    const answer = await fetchOverTaro("http://api.test/trpc/a", {
      headers: { authorization: "Bearer t", gone: undefined },
    });
    expect(request.mock.calls[0]?.[0]).toMatchObject({
      method: "GET",
      dataType: "text",
      header: { authorization: "Bearer t" },
    });
    expect(request.mock.calls[0]?.[0].header).not.toHaveProperty("gone");
    expect(answer.ok).toBe(true);
    expect(await answer.json()).toEqual([{ result: { data: 1 } }]);
  });

  it("takes a body that the host has parsed already", async () => {
    answers(200, { a: 1 });
    expect(await (await fetchOverTaro("u")).json()).toEqual({ a: 1 });
  });

  it("hands an error answer on with its status", async () => {
    answers(409, '{"error":{}}');
    const answer = await fetchOverTaro("u", { method: "POST", body: "{}" });
    expect(answer).toMatchObject({ ok: false, status: 409 });
    expect(request.mock.calls[0]?.[0]).toMatchObject({ method: "POST", data: "{}" });
  });

  it("takes Alipay's failure with a status for the answer that it is", async () => {
    request.mockReturnValue(Promise.reject({ error: 19, status: 401, headers: {}, data: '{"error":{}}' }));
    const answer = await fetchOverTaro("u");
    expect(answer).toMatchObject({ ok: false, status: 401 });
    expect(await answer.json()).toEqual({ error: {} });
  });

  it("rejects where no answer came", async () => {
    request.mockReturnValue(Promise.reject({ error: 12, errorMessage: "network" }));
    await expect(fetchOverTaro("u")).rejects.toMatchObject({ error: 12 });
  });

  it("rejects where the server's answer is no JSON", async () => {
    answers(502, "<html>");
    await expect((await fetchOverTaro("u")).json()).rejects.toThrow(SyntaxError);
  });

  it("stops the request when the caller gives up", async () => {
    const abort = vi.fn();
    request.mockReturnValue(Object.assign(new Promise(() => undefined), { abort }));
    const leaving = new AbortController();
    void fetchOverTaro("u", { signal: leaving.signal });
    leaving.abort();
    expect(abort).toHaveBeenCalledOnce();
  });
});
