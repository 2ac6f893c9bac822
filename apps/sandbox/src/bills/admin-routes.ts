import { type Request, Router } from "express";
import { type Answer, answering, jsonAnswer, parseObject, rawBody } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { isDay } from "./bill-line.ts";
import { plant, unplant } from "./plant.ts";
import { type Planted, type PlantKind, plantKinds } from "./planted.ts";

/** What the admin side and /admin/state tell of planted differences; how they were made is nobody's business. */
export const plantedView = (world: World): Omit<Planted, "edit">[] =>
  [...world.state.plantedDifferences.values()].map(({ edit: _edit, ...told }) => told);

const known = (kind: unknown): kind is PlantKind => plantKinds.some((one) => one === kind);

function plantAsked(world: World, req: Request): Answer {
  const raw = rawBody(req).toString("utf8");
  const body = raw === "" ? {} : parseObject(raw);
  const { channel, day } = req.params as Record<string, string>;
  const { seed = Number((day ?? "").replaceAll("-", "")), kinds } = body ?? {};
  if (
    body === null ||
    (channel !== "wechatPay" && channel !== "alipay") ||
    !isDay(day ?? "") ||
    !Number.isSafeInteger(seed) ||
    (kinds !== undefined && !(Array.isArray(kinds) && kinds.every(known)))
  )
    return jsonAnswer(400, {
      error: "badRequest",
      message: `channel, day, seed, kinds: ${plantKinds.join(", ")}`,
    });
  const planted = plant(world, {
    channel,
    day: day ?? "",
    seed: Number(seed),
    ...(Array.isArray(kinds) ? { kinds } : {}),
  });
  return jsonAnswer(200, { planted: planted.map(({ edit: _edit, ...told }) => told) });
}

/** Below /admin: plants differences in a day's bill, lists them, takes them all back. */
export function billAdminRoutes(
  world: World,
  guard: (handler: (req: Request) => Answer) => (req: Request) => Answer,
): Router {
  const router = Router();
  router.get("/", answering(guard(() => jsonAnswer(200, { planted: plantedView(world) }))));
  router.post("/:channel/:day/plant", answering(guard((req) => plantAsked(world, req))));
  router.post(
    "/unplant",
    answering(
      guard(() => {
        unplant(world);
        return jsonAnswer(200, { planted: [] });
      }),
    ),
  );
  return router;
}
