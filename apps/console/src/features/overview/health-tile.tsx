import type { ReactNode } from "react";
import { Link } from "react-router";

type Props = { to: string; name: string; value: ReactNode; note?: ReactNode; alarm?: boolean };

/** One figure that opens what stands behind it. */
export function HealthTile({ to, name, value, note, alarm }: Props) {
  return (
    <Link to={to} className={alarm ? "health tone-danger health-alarm" : "health"}>
      <span className="health-name">{name}</span>
      <span className="health-value">{value ?? "–"}</span>
      <span className="health-note">{note || "\u00a0"}</span>
    </Link>
  );
}
