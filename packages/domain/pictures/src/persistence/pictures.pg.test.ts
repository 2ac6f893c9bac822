import { type CampusId, createIds, day, hour, manualClock, type PictureId } from "@sanqi/kernel";
import { type TestDatabase, testDatabase } from "@sanqi/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { maxPictureBytes, type PictureKind } from "../domain/index.ts";
import { jpegOf, pngOf, secret } from "../domain/sample-images.test-data.ts";
import { createPictureUseCases, type PictureUseCases } from "../use-cases/index.ts";
import { createHmacSigner, createPictureStore, pictureMigrations } from "./index.ts";

const clock = manualClock(1_795_406_400_000);
const ids = createIds(clock.now, (bytes) => crypto.getRandomValues(bytes));
const shown = new Set<PictureId>();
let db: TestDatabase;
let pictures: PictureUseCases;
let campusId: CampusId;
beforeAll(async () => {
  db = await testDatabase(pictureMigrations);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.sql`delete from picture`;
  shown.clear();
  campusId = ids.next("campus");
  pictures = createPictureUseCases({
    store: createPictureStore(db.sql),
    signer: createHmacSigner("a secret of these tests only"),
    uses: { used: async () => shown },
    clock,
    ids,
  });
});

const accountId = ids.next("account");
const upload = (kind: PictureKind, bytes: Uint8Array = jpegOf(300, 200)) =>
  pictures.upload({ campusId, accountId, kind, bytes });
async function uploaded(kind: PictureKind) {
  const answer = await upload(kind);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}
/** Whether the address shows its picture, as the web reads the address. */
async function shows(url: string): Promise<boolean> {
  const { pathname, searchParams } = new URL(url, "https://sanqi.example");
  const [until, signature] = [searchParams.get("until"), searchParams.get("signature")];
  const [, , , pictureId] = pathname.split("/");
  const link = until !== null && signature !== null ? { until, signature } : null;
  return (await pictures.picture(campusId, pictureId as PictureId, link)).ok;
}

describe("pictures", () => {
  it("of dishes are for everybody, as they were but for what they told", async () => {
    const { pictureId, url } = await uploaded("dish");
    expect(url).toBe(`/pictures/${campusId}/${pictureId}`);
    const found = await pictures.picture(campusId, pictureId, null);
    expect(found).toMatchObject({
      value: { mediaType: "image/jpeg", width: 300, height: 200, ownerId: accountId },
    });
    expect(found.ok && Buffer.from(found.value.bytes).toString("latin1")).not.toContain(secret);
    expect((await pictures.picture(ids.next("campus"), pictureId, null)).ok).toBe(false);
  });
  it("of complaints need a link, signed for this picture and not too old", async () => {
    const { pictureId, url } = await uploaded("afterSale");
    const other = await uploaded("afterSale");
    expect(await shows(url)).toBe(true);
    expect(url).toBe(pictures.link(campusId, pictureId));
    expect(await shows(url.split("?")[0] ?? "")).toBe(false);
    expect(await shows(url.replace(pictureId, other.pictureId))).toBe(false);
    expect(await shows(url.replace(/until=(\d)/, "until=9"))).toBe(false);
    expect(await shows(url.slice(0, -1))).toBe(false);
    clock.advance(7 * hour);
    expect(await shows(url)).toBe(false);
  });
  it("are refused by reason", async () => {
    expect(await upload("dish", Buffer.from("%PDF-1.7"))).toMatchObject({
      error: { kind: "pictureInvalid" },
    });
    const large = new Uint8Array(maxPictureBytes + 1);
    expect(await upload("dish", large)).toMatchObject({ error: { kind: "pictureTooLarge" } });
  });
  it("are limited a day and account, also when they come at once", async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => upload("afterSale")));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(20);
    expect(await upload("afterSale")).toMatchObject({ error: { kind: "tooManyPictures" } });
    expect((await upload("dish", pngOf(10, 10))).ok).toBe(true);
    clock.advance(day);
    expect((await upload("afterSale")).ok).toBe(true);
  });
  it("are claimed by kind and owner, all or none", async () => {
    const { pictureId } = await uploaded("afterSale");
    const claim = (change: object) =>
      pictures.claim(campusId, { pictureIds: [pictureId], kind: "afterSale", ownerId: accountId, ...change });
    expect(await claim({})).toBe(true);
    expect(await claim({ pictureIds: [pictureId, pictureId] })).toBe(true);
    expect(await claim({ pictureIds: [] })).toBe(true);
    expect(await claim({ kind: "dish" })).toBe(false);
    expect(await claim({ ownerId: ids.next("account") })).toBe(false);
    const [{ pictureId: mine }, { pictureId: also }] = [
      await uploaded("afterSale"),
      await uploaded("afterSale"),
    ];
    expect(await claim({ pictureIds: [mine, ids.next("picture")] })).toBe(false);
    expect(await claim({ pictureIds: [also], ownerId: ids.next("account") })).toBe(false);
    clock.advance(day + 1);
    // Nothing was kept by what was refused.
    expect(await pictures.removeUnused()).toBe(2);
    expect(await claim({})).toBe(true);
  });
  it("of complaints are removed half a year after they were claimed, and their links then lead nowhere", async () => {
    const { pictureId } = await uploaded("afterSale");
    const claim = { pictureIds: [pictureId], kind: "afterSale", ownerId: accountId } as const;
    expect(await pictures.claim(campusId, claim)).toBe(true);
    clock.advance(180 * day);
    expect(await pictures.removeUnused()).toBe(0);
    expect(await shows(pictures.link(campusId, pictureId))).toBe(true);
    clock.advance(1);
    expect(await pictures.removeUnused()).toBe(1);
    const { searchParams } = new URL(pictures.link(campusId, pictureId), "https://sanqi.example");
    const link = { until: searchParams.get("until") ?? "", signature: searchParams.get("signature") ?? "" };
    expect(await pictures.picture(campusId, pictureId, link)).toMatchObject({
      error: { kind: "pictureNotFound" },
    });
  });
  it("are tried so often a day and account, whether they are taken or refused", async () => {
    const attempt = (kind: PictureKind) => pictures.admit({ campusId, accountId, kind });
    const answers = await Promise.all(Array.from({ length: 65 }, () => attempt("afterSale")));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(60);
    expect(await attempt("afterSale")).toMatchObject({ error: { kind: "tooManyPictures" } });
    expect((await attempt("dish")).ok).toBe(true);
    clock.advance(day);
    expect((await attempt("afterSale")).ok).toBe(true);
    await pictures.removeUnused();
    expect(await db.sql`select 1 from picture_try where campus_id = ${campusId}`).toHaveLength(1);
  });
  it("that nothing shows are removed after a day", async () => {
    const [kept, forgotten] = [await uploaded("dish"), await uploaded("dish")];
    const [proof, unsent] = [await uploaded("afterSale"), await uploaded("afterSale")];
    shown.add(kept.pictureId);
    await pictures.claim(campusId, { pictureIds: [proof.pictureId], kind: "afterSale", ownerId: accountId });
    expect(await pictures.removeUnused()).toBe(0);
    clock.advance(day + 1);
    const fresh = await uploaded("dish");
    expect(await pictures.removeUnused()).toBe(2);
    const left = await db.sql<{ pictureId: PictureId }[]>`select picture_id from picture order by picture_id`;
    expect(left.map((row) => row.pictureId)).toEqual(
      [kept.pictureId, proof.pictureId, fresh.pictureId].sort(),
    );
    expect(left.map((row) => row.pictureId)).not.toContain(forgotten.pictureId);
    expect(left.map((row) => row.pictureId)).not.toContain(unsent.pictureId);
  });
});
