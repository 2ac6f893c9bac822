import Taro from "@tarojs/taro";
import { type ReactNode, useEffect } from "react";

/** In the mini-programs the host draws the header: only its words are ours. */
export function NavHeader({ title }: { title: string; back?: boolean; end?: ReactNode }) {
  useEffect(() => {
    void Promise.resolve(Taro.setNavigationBarTitle({ title })).catch(() => undefined);
  }, [title]);
  return null;
}
