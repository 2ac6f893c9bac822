import { err } from "@sanqi/kernel";
import type { Scan } from "./scan-port";

/** A desktop browser has no scanner; pages offer their field instead. */
export const scan: Scan = () => Promise.resolve(err({ kind: "unavailable" }));
