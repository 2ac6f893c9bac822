import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import "./badge.scss";

/** A count on something; nothing when there is nothing to count. */
export function Badge({ count, max = 99 }: { count: number; max?: number }) {
  return count > 0 ? <Text className="sq-badge">{count > max ? `${max}+` : String(count)}</Text> : null;
}

export type TagTone = "plain" | "brand" | "food" | "success" | "warning" | "danger";

export function Tag({ children, tone = "plain" }: { children: ReactNode; tone?: TagTone }) {
  return <View className={`sq-tag is-${tone}`}>{children}</View>;
}
