import { Router } from "express";
import { answering, textOf } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { page, policy } from "./page.ts";

/** GET / */
export function pageRoutes(world: World): Router {
  const router = Router();
  router.get(
    "/",
    answering((req) => ({
      status: 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": policy,
      },
      body: page(world, textOf(req.query.person)?.trim() ?? ""),
    })),
  );
  return router;
}
