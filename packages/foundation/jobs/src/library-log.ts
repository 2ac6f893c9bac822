import type { Log } from "@sanqi/observability";
import { Logger } from "graphile-worker";

/** What the library has to say beyond failed jobs, which are told by name elsewhere. */
export const libraryLog = (log: Log | null): Logger =>
  new Logger(() => (level, text, details) => {
    if (!log || details?.failure === true) return;
    if (level === "error") log.error("the job library has trouble", { text });
    if (level === "warning") log.warn("the job library warns", { text });
  });
