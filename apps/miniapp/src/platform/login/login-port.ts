import type { Result } from "@sanqi/kernel";
import type { ClientConfig } from "../client-config";
import type { HostName } from "../host/host-facts";

export type LoginCode = { host: HostName; code: string };

/** `hostNeeded`: a browser in production, where no host can vouch for anybody. */
export type LoginRefusal = { kind: "loginRefused"; detail: string } | { kind: "hostNeeded" };

/** Asks the host, without a word to the person, for a single-use code that the server exchanges. */
export type Login = (config: ClientConfig) => Promise<Result<LoginCode, LoginRefusal>>;
