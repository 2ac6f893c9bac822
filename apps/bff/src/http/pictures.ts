import type { Session } from "@sanqi/identity";
import { type AccountId, isId, type Result, second } from "@sanqi/kernel";
import { maxPictureBytes, type PictureKind, pictureKinds } from "@sanqi/pictures";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import express, { type Request, type Response, type Router } from "express";
import { type DomainError, describe } from "../rpc/error-table.ts";
import { contextOf, tokenFrom } from "./calls.ts";
import { sendProblem, webProblems } from "./problems.ts";
import type { WebParts } from "./web-app.ts";

/** The form around the file: its boundary, headers and the fields that hosts add. */
const formBytes = 64 * 1024;
/** Bodies in memory: of all accounts together, and of one, which sends the three of a complaint side by side. */
const atOnce = { all: 12, account: 3 };
/** Whoever sends more slowly than that gives the place to others. */
const longestUpload = 60 * second;

/**
 * Uploads as `wx.uploadFile`, `my.uploadFile` and `dd.uploadFile` send them (multipart/form-data, field "file") to
 * `POST /pictures?kind=dish|afterSale`, and the pictures themselves.
 */
export function pictures(parts: WebParts, publicUrl: string): Router {
  const { app, transport } = parts;
  const router = express.Router();
  const refuse = (req: Request, res: Response, error: DomainError): void => {
    const { rpc, ...problem } = describe(error);
    const status = getHTTPStatusCodeFromError(new TRPCError({ code: rpc }));
    sendProblem(transport, { req, res }, { ...problem, status });
  };
  const turns = createTurns();
  const readForm = express.raw({ type: "multipart/form-data", limit: maxPictureBytes + formBytes });

  router.post("/pictures", async (req, res, next) => {
    const { session } = await contextOf(parts, req, { token: tokenFrom(req, publicUrl), res: null });
    const allowed = mayUpload(session, req.query.kind);
    // Before the body is read: strangers send us nothing.
    if (!allowed.ok) return refuse(req, res, allowed.error);
    const uploader = allowed.value;
    if (!turns.take(uploader.accountId)) return refuse(req, res, { kind: "picturesBusy" });
    const tooSlow = setTimeout(() => req.destroy(), longestUpload);
    try {
      const admitted = await app.pictures.admit(uploader);
      if (!admitted.ok) return refuse(req, res, admitted.error);
      // Given up meanwhile: its end would be waited for in vain.
      if (req.destroyed) return;
      const read = await new Promise<unknown>((resolve) => readForm(req, res, resolve));
      if ((read as { type?: string } | undefined)?.type === "entity.too.large") {
        // The rest of the body is not waited for.
        res.set("connection", "close");
        return refuse(req, res, { kind: "pictureTooLarge" });
      }
      if (read) return next(read);
      const bytes = await fileIn(req);
      if (!bytes) return sendProblem(transport, { req, res }, webProblems.requestInvalid);
      const uploaded = await app.pictures.upload({ ...uploader, bytes });
      if (!uploaded.ok) return refuse(req, res, uploaded.error);
      res.status(201).json(uploaded.value);
    } finally {
      clearTimeout(tooSlow);
      turns.giveBack(uploader.accountId);
    }
  });

  router.get("/pictures/:campusId/:pictureId", async (req, res) => {
    const { campusId, pictureId } = req.params;
    const { until, signature } = req.query;
    const link = typeof until === "string" && typeof signature === "string" ? { until, signature } : null;
    if (!isId("campus", campusId) || !isId("picture", pictureId))
      return refuse(req, res, { kind: "pictureNotFound" });
    const found = await app.pictures.picture(campusId, pictureId, link);
    if (!found.ok) return refuse(req, res, found.error);
    const { kind, mediaType, bytes } = found.value;
    res.set({
      "content-type": mediaType,
      // A picture never changes: another one has another id.
      "cache-control": kind === "dish" ? "public, max-age=31536000, immutable" : "private, max-age=3600",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      etag: `"${pictureId}"`,
    });
    res.send(Buffer.from(bytes));
  });
  return router;
}

/** Who is uploading in this process just now. */
function createTurns() {
  const taken = new Map<AccountId, number>();
  let all = 0;
  return {
    /** False: too many are under way. What was taken is given back once. */
    take(accountId: AccountId): boolean {
      const own = taken.get(accountId) ?? 0;
      if (all >= atOnce.all || own >= atOnce.account) return false;
      taken.set(accountId, own + 1);
      all += 1;
      return true;
    },
    giveBack(accountId: AccountId): void {
      const own = (taken.get(accountId) ?? 0) - 1;
      if (own > 0) taken.set(accountId, own);
      else taken.delete(accountId);
      all -= 1;
    },
  };
}

type Uploader = Pick<Session, "campusId" | "accountId"> & { readonly kind: PictureKind };

/** Menus are shown by who cooks and who operates; anybody may complain. */
function mayUpload(session: Session | null, wanted: unknown): Result<Uploader, DomainError> {
  if (!session) return { ok: false, error: { kind: "sessionInvalid" } };
  const kind = pictureKinds.find((known) => known === wanted);
  const shows = session.roles.some(({ role }) => role === "merchant" || role === "operator");
  if (!kind || (kind === "dish" && !shows)) return { ok: false, error: { kind: "notAllowed" } };
  const { campusId, accountId } = session;
  return { ok: true, value: { campusId, accountId, kind } };
}

/** The content of the form's field "file"; null where there is none. */
async function fileIn(req: Request): Promise<Uint8Array | null> {
  if (!Buffer.isBuffer(req.body)) return null;
  const headers = { "content-type": req.headers["content-type"] ?? "" };
  const form = await new Response(new Uint8Array(req.body), { headers }).formData().catch(() => null);
  const file = form?.get("file");
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null;
}
