import { err, ok } from "@sanqi/kernel";
import { beforeEach, describe, expect, it, vi } from "vitest";

const uploadPicture = vi.fn();
const tokens = { current: vi.fn(async () => "token"), refused: vi.fn() };
vi.mock("@/platform/picture", () => ({ uploadPicture }));
vi.mock("@/rpc", () => ({ apiBase: () => "https://api.test", sessionTokens: tokens }));
const { sendPicture } = await import("./send-picture");

const pictureId = `pic_${"a1".repeat(10)}`;
const answer = (status: number, body: unknown) => ok({ status, text: JSON.stringify(body) });
const send = () => sendPicture({ path: "tmp://1", kind: "afterSale", onProgress: () => undefined });
beforeEach(() => void vi.clearAllMocks());

describe("sending a picture", () => {
  it("names what it shows and who sends it, and is there under the server's id", async () => {
    uploadPicture.mockResolvedValueOnce(answer(201, { pictureId, url: "/pictures/x" }));
    expect(await send()).toEqual({ kind: "there", pictureId });
    expect(uploadPicture.mock.calls[0]?.[0]).toMatchObject({
      url: "https://api.test/pictures?kind=afterSale",
      path: "tmp://1",
      field: "file",
      headers: { authorization: "Bearer token" },
    });
  });
  it("renews a session that has ended, once", async () => {
    const refused = answer(401, { code: "SESSION_INVALID", zh: "请重新登录", en: "Log in" });
    uploadPicture.mockResolvedValueOnce(refused).mockResolvedValueOnce(answer(201, { pictureId }));
    expect(await send()).toMatchObject({ kind: "there" });
    uploadPicture.mockResolvedValue(refused);
    expect(await send()).toEqual({ kind: "failed", words: { zh: "请重新登录", en: "Log in" } });
    expect(tokens.refused).toHaveBeenCalledTimes(2);
  });
  it("fails in the server's words, or in ours where there are none", async () => {
    uploadPicture.mockResolvedValueOnce(
      answer(413, { code: "PICTURE_TOO_LARGE", zh: "照片太大", en: "Too large" }),
    );
    expect(await send()).toEqual({ kind: "failed", words: { zh: "照片太大", en: "Too large" } });
    uploadPicture.mockResolvedValueOnce(ok({ status: 502, text: "<html>" }));
    expect(await send()).toMatchObject({
      kind: "failed",
      words: { en: expect.stringContaining("does not answer") },
    });
    uploadPicture.mockResolvedValueOnce(err({ kind: "network" }));
    expect(await send()).toMatchObject({
      kind: "failed",
      words: { en: expect.stringContaining("connection") },
    });
  });
});
