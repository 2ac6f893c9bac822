import { readImage } from "@sanqi/pictures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consoleCookie } from "./callers.ts";
import { openShop } from "./lunch.ts";
import { flaws, type RawAnswer, send } from "./raw-calls.ts";
import { type Person, type Stage, setStage } from "./stage.ts";

let stage: Stage;
let lin: Person;
let cook: Person;
beforeAll(async () => {
  stage = await setStage();
  lin = await stage.as("weapp", "lin");
  cook = await stage.as("weapp", "chef-tinglan");
});
afterAll(() => stage?.close());

/** 1 × 1 pixel, as any drawing program saves it. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** As the hosts' uploadFile does: a form with the field "file" and whatever else it was told. */
async function upload(
  kind: string,
  bytes: Uint8Array,
  key: { token?: string; cookie?: string; field?: string } = {},
) {
  const form = new FormData();
  form.set("name", "dish.png");
  form.set(key.field ?? "file", new Blob([new Uint8Array(bytes)], { type: "image/png" }), "dish.png");
  const headers: Record<string, string> = {
    ...(key.token ? { authorization: `Bearer ${key.token}` } : {}),
    ...(key.cookie ? { cookie: key.cookie } : {}),
  };
  const response = await fetch(`${stage.url}/pictures?kind=${kind}`, { method: "POST", body: form, headers });
  const text = await response.text();
  const body = JSON.parse(text) as { pictureId: string; url: string } & NonNullable<RawAnswer["error"]>;
  const answer: RawAnswer = {
    status: response.status,
    headers: response.headers,
    text,
    error: body.code ? body : null,
  };
  return { ...answer, picture: body };
}

describe("a dish's picture", () => {
  it("is uploaded by its kitchen, shown on the menu and served for ever to everybody", async () => {
    const { status, picture } = await upload("dish", png, { token: cook.token });
    expect(status).toBe(201);
    const shown = await fetch(`${stage.url}${picture.url}`);
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    expect(readImage(new Uint8Array(await shown.arrayBuffer()))).toMatchObject({ width: 1, height: 1 });
    const shopId = stage.ids.shops.of(openShop);
    const draft = {
      ...{ name: "今日例汤", nameEn: "Soup of the day", description: "", descriptionEn: "" },
      ...{ category: "汤", categoryEn: "Soup", priceFen: 600, pictureId: picture.pictureId as never },
      ...{ labels: [], allergens: [], dailyStock: 30, options: [] },
    };
    await cook.api.merchant.addDish.mutate({ shopId, draft });
    const menu = await lin.api.catalog.menu.query({ shopId, placeId: null });
    expect(menu.dishes.find((dish) => dish.name === "今日例汤")?.pictureUrl).toBe(picture.url);
  });
  it("comes from the console, too, but from no student and no stranger", async () => {
    const { cookie } = await consoleCookie(stage);
    expect((await upload("dish", png, { cookie })).status).toBe(201);
    expect(flaws(await upload("dish", png, { token: lin.token }), "NOT_ALLOWED")).toEqual([]);
    expect(flaws(await upload("dish", png), "SESSION_INVALID")).toEqual([]);
    expect(flaws(await upload("avatar", png, { token: cook.token }), "NOT_ALLOWED")).toEqual([]);
  });
  it("must be a picture, of a size that fits, in the field that was agreed on", async () => {
    const token = cook.token;
    const html = Buffer.from("<html><script>alert(1)</script></html>");
    expect(flaws(await upload("dish", html, { token }), "PICTURE_INVALID")).toEqual([]);
    const large = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]);
    expect(flaws(await upload("dish", large, { token }), "PICTURE_TOO_LARGE")).toEqual([]);
    const huge = Buffer.concat([png, Buffer.alloc(6 * 1024 * 1024)]);
    expect(flaws(await upload("dish", huge, { token }), "PICTURE_TOO_LARGE")).toEqual([]);
    expect(flaws(await upload("dish", png, { token, field: "picture" }), "REQUEST_INVALID")).toEqual([]);
    const json = await send(`${stage.url}/pictures?kind=dish`, {
      method: "POST",
      token,
      body: { file: "x" },
    });
    expect(flaws(json, "REQUEST_INVALID")).toEqual([]);
    const broken = await send(`${stage.url}/pictures?kind=dish`, {
      ...{ method: "POST", token, body: "no form" },
      headers: { "content-type": "multipart/form-data; boundary=x" },
    });
    expect(flaws(broken, "REQUEST_INVALID")).toEqual([]);
  });
});

describe("a complaint's picture", () => {
  it("is seen only through its signed link, and by no other one", async () => {
    const { picture } = await upload("afterSale", png, { token: lin.token });
    const shown = await fetch(`${stage.url}${picture.url}`);
    expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "private, max-age=3600"]);
    const bare = `${stage.url}/pictures/${stage.ids.campusId}/${picture.pictureId}`;
    const other = await upload("afterSale", png, { token: lin.token });
    const stolen = `${bare}?${other.picture.url.split("?")[1]}`;
    for (const url of [bare, stolen, `${stage.url}${picture.url}0`, `${stage.url}/pictures/x/y`])
      expect(flaws(await send(url), "PICTURE_NOT_FOUND"), url).toEqual([]);
  });
});
