import { View } from "@tarojs/components";

export type IconName =
  | "search"
  | "chevron-right"
  | "chevron-left"
  | "chevron-down"
  | "chevron-up"
  | "close"
  | "plus"
  | "minus"
  | "check"
  | "pin"
  | "phone"
  | "clock"
  | "bell"
  | "star"
  | "star-fill"
  | "cart"
  | "bike"
  | "shop"
  | "bag"
  | "user"
  | "scan"
  | "share"
  | "alert"
  | "info"
  | "refresh"
  | "edit"
  | "trash"
  | "filter"
  | "shield"
  | "heart"
  | "home"
  | "list"
  | "sound"
  | "flame"
  | "wifi"
  | "flag"
  | "leaf";

const sizes = { 12: "s12", 16: "s16", 20: "s20", 24: "s24", 32: "s32" } as const;

/** One of our line icons in the colour of its surroundings. Decoration: the control around it carries the label. */
export function Icon({
  name,
  size = 20,
  className = "",
}: {
  name: IconName;
  size?: keyof typeof sizes;
  className?: string;
}) {
  return <View aria-hidden className={`sq-icon sq-icon-${name} sq-icon-${sizes[size]} ${className}`} />;
}
