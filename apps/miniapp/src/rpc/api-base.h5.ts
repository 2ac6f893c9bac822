/** The server that served this page, unless a build names another. */
export const apiBase = (): string => (SANQI_API_BASE || location.origin).replace(/\/$/, "");
