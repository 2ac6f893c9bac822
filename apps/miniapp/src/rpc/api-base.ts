/** Origin of the server, compiled in: a mini-program may only speak to hosts that its console lists. */
export const apiBase = (): string => SANQI_API_BASE.replace(/\/$/, "");
