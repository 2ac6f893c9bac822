import type { Point, Result } from "@sanqi/kernel";

/** A measured position. `datum` says in which grid the host counts; `toWgs84` in ui/map/datum turns it for the server. */
export type Position = { point: Point; datum: "wgs84" | "gcj02"; accuracyMetres: number; at: number };

export type LocateRefusal = { kind: "denied" | "unavailable"; detail: string };

/** One position now; the host asks the person for permission the first time. */
export type Locate = () => Promise<Result<Position, LocateRefusal>>;
