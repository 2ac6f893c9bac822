import type { AppRouter } from "@sanqi/bff";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

export type { ClientConfig } from "../platform/client-config";
export { api, sessionTokens } from "./api";
export { apiBase } from "./api-base";
export { campusOf } from "./campus";
export { clientConfig } from "./client-config";
export { type AppFailure, failureOf } from "./failure";
export { newKey } from "./new-key";

/** What a procedure takes and gives: `Outputs["orders"]["get"]`. */
export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;
