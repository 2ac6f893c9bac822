import type { ClientConfig } from "../platform/client-config";
import { host } from "../platform/host";

/** The campus of this visit: named by the address (H5), else by the build, else the server's default. */
export const campusOf = (config: ClientConfig): string => host.campusId || SANQI_CAMPUS || config.campusId;
