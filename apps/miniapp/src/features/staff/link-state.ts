/** How well a board is kept up to date. */
export type LinkState = "connecting" | "live" | "polling" | "offline";

/** @param lost the last answer that was asked for did not come */
export function linkState(socket: "connecting" | "live" | "down", lost: boolean): LinkState {
  if (lost) return "offline";
  if (socket === "down") return "polling";
  return socket;
}
