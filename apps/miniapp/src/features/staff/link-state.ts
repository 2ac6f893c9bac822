/** How well a board is kept up to date. */
export type LinkState = "connecting" | "live" | "polling" | "offline";

/** @param reached did the last read come through? null: none has ended yet */
export function linkState(socket: "connecting" | "live" | "down", reached: boolean | null): LinkState {
  if (reached === false) return "offline";
  if (socket === "down") return "polling";
  return socket;
}
