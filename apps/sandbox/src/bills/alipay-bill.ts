import { Router } from "express";
import { done, failed, type Outcome, refused } from "../alipay/outcome.ts";
import { type Json, textOf } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { alipayBillFile } from "./alipay-file.ts";
import { dayOf, isDay, startOf } from "./bill-line.ts";
import { billLines } from "./plant.ts";

const hour = 3_600_000;
/** The documented life of the link. */
const linkLife = 30_000;

/** alipay.data.dataservice.bill.downloadurl.query: the bill of a past day, ready by 9:00 of the next one. */
export function billDownloadUrl(world: World, biz: Json, at: { origin: string }): Outcome {
  const { bill_type: type, bill_date: day } = biz;
  const now = world.clock.now();
  if (type !== "trade" && type !== "signcustomer")
    return failed("40002", "isv.invalid-arguments", "账单类型不支持");
  if (typeof day !== "string" || !isDay(day) || day >= dayOf(now))
    return failed("40002", "isv.invalid-arguments", "账单日期只支持过去的日期");
  const { alipayBillMissing } = world.state.faults;
  if (now < startOf(day) + (24 + 9) * hour) return refused(alipayBillMissing, "账单尚未生成");
  if (type === "signcustomer" || billLines(world, "alipay", day).length === 0)
    return refused(alipayBillMissing, "账单不存在");
  const name = world.billFiles.put(
    () => alipayBillFile(world, day, billLines(world, "alipay", day)),
    linkLife,
  );
  return done({ bill_download_url: `${at.origin}/alipay/bill/file?token=${name}` });
}

/** GET /alipay/bill/file: anybody who holds the link, for 30 seconds. */
export function alipayBillRoutes(world: World): Router {
  const router = Router();
  router.get("/file", async (req, res) => {
    const file = await world.billFiles.take(textOf(req.query.token) ?? "");
    if (file === null) res.status(403).type("text/plain").end("link expired");
    else res.status(200).type("application/zip").end(file);
  });
  return router;
}
