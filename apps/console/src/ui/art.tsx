import { useState } from "react";

/** A drawing of a dish or a shop; a campus that brought none gets a quiet ground in its place. */
export function Art({ kind, name, size }: { kind: "dishes" | "shops"; name: string; size: number }) {
  const [missing, setMissing] = useState(false);
  if (missing) return <span className="art art-missing" style={{ width: size, height: size }} />;
  return (
    <img
      className="art"
      src={`/art/${kind}/${name}.svg`}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      onError={() => setMissing(true)}
    />
  );
}
