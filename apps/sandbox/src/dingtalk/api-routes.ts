import { Router } from "express";
import { answering, jsonBody } from "../http/exchange.ts";
import type { World } from "../world.ts";
import { apiAccessToken, refuseApiToken } from "./access-token.ts";
import { apiError, banAnswer } from "./answer.ts";

/** The new family of DingTalk's server API. Apart from the token the product uses none of it yet. */
export function dingtalkApiRoutes(world: World): Router {
  const router = Router();
  router.use("/v1.0", (req, res, next) => {
    const { dingtalkBanned, dingtalkBusy } = world.state.faults;
    if (dingtalkBanned) answering(() => banAnswer())(req, res, next);
    else if (dingtalkBusy) answering(() => apiError(503, "ServiceUnavailable", "系统繁忙"))(req, res, next);
    else next();
  });
  router.post(
    "/v1.0/oauth2/accessToken",
    answering((req) => apiAccessToken(world, jsonBody(req))),
  );
  router.use(
    "/v1.0",
    answering(
      (req) =>
        refuseApiToken(world, req.headers["x-acs-dingtalk-access-token"]) ??
        apiError(
          404,
          "InvalidAction.NotFound",
          "Specified api is not found, please check your url and method.",
        ),
    ),
  );
  return router;
}
