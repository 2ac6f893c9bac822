import type { ReactNode } from "react";

/** A small figure under its name, inside a `dl`. */
export function Figure({ name, value, alarm }: { name: string; value: ReactNode; alarm?: boolean }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd className={alarm ? "figures tone-danger-ink" : "figures"}>{value}</dd>
    </div>
  );
}
