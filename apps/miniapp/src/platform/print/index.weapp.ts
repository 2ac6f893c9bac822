import type { Printing } from "./print-port";

/** Mini-programs reach no print window and hand out no files; the shop's page in a browser does both. */
export const printing = { kind: "none" } as Printing;
