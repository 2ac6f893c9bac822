import { Text } from "@tarojs/components";
import { useEffect, useRef, useState } from "react";
import { countdown, timeRange } from "./clock-words";
import "./time.scss";

/** Ticks once a second until `until` (epoch ms), then calls `onEnd` once. */
export function Countdown({ until, onEnd }: { until: number; onEnd?: () => void }) {
  const [now, setNow] = useState(() => Date.now());
  // a new callback on each render must not restart the clock
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const tick = () => {
      setNow(Date.now());
      if (Date.now() < until) return;
      clearInterval(timer);
      end.current?.();
    };
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return <Text className="sq-countdown">{countdown(until - now)}</Text>;
}

/** The promised range, 约 12:05–12:15; `late` shows it as missed. */
export function Eta({
  from,
  to,
  about = "约 ",
  late,
}: {
  from: number;
  to: number;
  about?: string;
  late?: boolean;
}) {
  return <Text className={`sq-eta${late ? " is-late" : ""}`}>{`${about}${timeRange(from, to)}`}</Text>;
}
