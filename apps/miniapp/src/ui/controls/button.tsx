import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { Icon, type IconName } from "../icon";
import { Tappable } from "../tappable";
import "./button.scss";

export type ButtonProps = {
  children: ReactNode;
  onTap?: () => void;
  kind?: "primary" | "quiet" | "danger" | "plain";
  size?: "m" | "l" | "s";
  loading?: boolean;
  disabled?: boolean;
  icon?: IconName;
  label?: string;
  id?: string;
  className?: string;
};

/** While loading it keeps its width, shows that it works and ignores taps, so that an intent is sent once. */
export function Button({
  children,
  onTap,
  kind = "primary",
  size = "m",
  loading,
  disabled,
  icon,
  label,
  id,
  className = "",
}: ButtonProps) {
  return (
    <Tappable
      {...(id ? { id } : {})}
      {...(label ? { label } : {})}
      {...(onTap ? { onTap } : {})}
      disabled={!!(disabled || loading)}
      className={`sq-button is-${kind} is-${size}${loading ? " is-loading" : ""} ${className}`}
    >
      {loading ? (
        <View className="sq-button__spin" />
      ) : icon ? (
        <Icon name={icon} size={size === "s" ? 16 : 20} className="sq-button__icon" />
      ) : null}
      <View className="sq-button__words">{children}</View>
    </Tappable>
  );
}
