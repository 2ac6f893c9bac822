import pino from "pino";
import { mask, maskPhone } from "./mask.ts";

export type Log = {
  debug(event: string, fields?: Record<string, unknown>): void;
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
  child(fields: Record<string, unknown>): Log;
};

/**
 * Structured logs, one JSON object a line, personal data masked on the way in.
 * @param write receives whole lines; absent: standard output
 */
export function createLog(options: { name: string; level?: string; write?: (line: string) => void }): Log {
  const settings = {
    name: options.name,
    level: options.level ?? "info",
    base: { name: options.name },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  const root = options.write ? pino(settings, { write: options.write }) : pino(settings);
  return wrap(root);
}

function wrap(logger: pino.Logger): Log {
  const at =
    (level: "debug" | "info" | "warn" | "error") =>
    (event: string, fields: Record<string, unknown> = {}) => {
      if (logger.isLevelEnabled(level)) logger[level](mask(fields), maskPhone(event));
    };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: (fields) => wrap(logger.child(mask(fields) as Record<string, unknown>)),
  };
}
