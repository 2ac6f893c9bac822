import type { Result } from "@sanqi/kernel";

/** Reads a code with the camera. `unavailable`: this host or device cannot; offer a field to type into. */
export type Scan = () => Promise<Result<string, { kind: "cancelled" | "unavailable" }>>;
