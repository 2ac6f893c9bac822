import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Request, Response } from "express";
import { type Answer, textOf } from "../http/exchange.ts";
import { fieldProblem, problem, problemAnswer } from "../wechat-pay/problem.ts";
import { signedAnswer } from "../wechat-pay/signed-answer.ts";
import type { World } from "../world.ts";
import { dayOf, isDay, startOf } from "./bill-line.ts";
import { billLines } from "./plant.ts";
import { type BillType, wechatBillText } from "./wechat-file.ts";

const hour = 3_600_000;
const linkLife = 300_000;
const oldest = 92 * 24 * hour;

const sha1 = (bytes: Uint8Array): string => createHash("sha1").update(bytes).digest("hex");

/** GET /v3/bill/tradebill: the bill of a past day, made after 10:00 of the next one. */
export function tradeBill(world: World, req: Request): Answer {
  const { faults } = world.state;
  const day = textOf(req.query.bill_date) ?? "";
  const type = textOf(req.query.bill_type) ?? "ALL";
  const packing = textOf(req.query.tar_type);
  const now = world.clock.now();
  if (!isDay(day) || startOf(day) + oldest < now || day > dayOf(now))
    return problemAnswer(fieldProblem("/bill_date", day, "格式为 yyyy-MM-dd，三个月以内"));
  if (type !== "ALL" && type !== "SUCCESS" && type !== "REFUND")
    return problemAnswer(fieldProblem("/bill_type", type, "须为 ALL、SUCCESS 或 REFUND"));
  if (packing !== null && packing !== "GZIP")
    return problemAnswer(fieldProblem("/tar_type", packing, "须为 GZIP"));
  if (now < startOf(day) + (24 + 10) * hour)
    return problemAnswer(problem(400, faults.wechatBillEarly, "账单生成中"));
  const file = Buffer.from(wechatBillText(world, ofType(billLines(world, "wechatPay", day), type)), "utf8");
  if (file.length === 0) return problemAnswer(problem(400, "NO_STATEMENT_EXIST", "请求的账单文件不存在"));
  const sent = packing === "GZIP" ? gzipSync(file) : file;
  const name = world.billFiles.put(() => sent, linkLife);
  const hashed = faults.wechatBillHashOf === "plain" ? file : sent;
  const hash = sha1(faults.billBroken === "hash" ? Buffer.concat([hashed, Buffer.from("x")]) : hashed);
  return signedAnswer(world, 200, {
    hash_type: "SHA1",
    hash_value: hash,
    download_url: `${req.protocol}://${req.headers.host}${req.baseUrl}/v3/billdownload/file?token=${name}`,
  });
}

const ofType = (lines: ReturnType<typeof billLines>, type: BillType) =>
  lines.filter((line) => type === "ALL" || (line.kind === "refund") === (type === "REFUND"));

/** GET /v3/billdownload/file: the caller's signature has been checked; what is sent back carries none. */
export async function downloadWechatBill(world: World, req: Request, res: Response): Promise<void> {
  const file = await world.billFiles.take(textOf(req.query.token) ?? "");
  if (file === null) {
    const { status, headers, body } = problemAnswer(problem(400, "INVALID_REQUEST", "下载链接已失效"));
    res.status(status).set(headers).end(body);
    return;
  }
  res.status(200).set("content-type", "text/plain; charset=utf-8").end(file);
}
