import type { Outputs } from "@/rpc";

export type Alert = Outputs["care"]["alerts"][number];
export type AlertDetail = Outputs["care"]["alert"];
export type AlertGroup = { key: "attention" | "notice" | "seen"; alerts: readonly Alert[] };

/** The ones that nobody looked after come first, the more serious before the others; the longest waiting on top. */
export function groupAlerts(alerts: readonly Alert[]): AlertGroup[] {
  const oldest = [...alerts].sort((a, b) =>
    a.since < b.since ? -1 : a.since > b.since ? 1 : a.openedAt - b.openedAt,
  );
  const groups: AlertGroup[] = [
    { key: "attention", alerts: oldest.filter((alert) => !alert.seen && alert.severity === "attention") },
    { key: "notice", alerts: oldest.filter((alert) => !alert.seen && alert.severity === "notice") },
    {
      key: "seen",
      alerts: oldest.filter((alert) => alert.seen).sort((a, b) => (b.seen?.at ?? 0) - (a.seen?.at ?? 0)),
    },
  ];
  return groups.filter((group) => group.alerts.length > 0);
}
