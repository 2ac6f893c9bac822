import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { Tappable } from "../tappable";
import "./card.scss";

type CardProps = {
  children: ReactNode;
  onTap?: () => void;
  label?: string;
  flush?: boolean;
  className?: string;
  id?: string;
};

/** `flush` drops the padding, for rows and pictures that reach the edge. With `onTap` the whole card reacts. */
export function Card({ children, onTap, label, flush, className = "", id }: CardProps) {
  const name = `sq-card${flush ? " is-flush" : ""} ${className}`;
  if (!onTap)
    return (
      <View {...(id ? { id } : {})} className={name}>
        {children}
      </View>
    );
  return (
    <Tappable {...(id ? { id } : {})} {...(label ? { label } : {})} onTap={onTap} className={name}>
      {children}
    </Tappable>
  );
}

/** A heading between cards, with an optional word at its end. */
export function SectionTitle({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <View className="sq-section">
      <View className="sq-section__title">{children}</View>
      {end}
    </View>
  );
}
