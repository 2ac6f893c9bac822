import { View } from "@tarojs/components";
import Taro, { useDidShow, usePullDownRefresh } from "@tarojs/taro";
import type { ReactNode } from "react";
import { tabBar } from "../../platform/tab-bar";
import { ToastHost } from "../feedback/toast";
import { NavHeader } from "../nav-header";
import "./page.scss";

type PageProps = {
  title: string;
  children?: ReactNode;
  /** Runs on pull to refresh; the page's config must set `enablePullDownRefresh: true`. */
  onRefresh?: () => Promise<unknown>;
  /** The main action, kept above the safe area. Wrap it in nothing: this is the bar. */
  bottom?: ReactNode;
  /** Something at the right of the header in H5; mini-programs have the host's own menu there. */
  headerEnd?: ReactNode;
  /** A tab page has no way back and sits above the tab bar. */
  tab?: boolean;
  /** Merchant boards and the like use the width of a tablet; everything else stays a phone's column. */
  wide?: boolean;
  /** Surface pages (forms, details) are white in the light; the default is the grey behind cards. */
  surface?: boolean;
  className?: string;
};

/** Frame of every page: header where the host draws none, column, safe area, bottom bar, toast. */
export function Page({
  title,
  children,
  onRefresh,
  bottom,
  headerEnd,
  tab,
  wide,
  surface,
  className = "",
}: PageProps) {
  usePullDownRefresh(() => {
    void Promise.resolve(onRefresh?.()).finally(() => Taro.stopPullDownRefresh());
  });
  useDidShow(() => {
    if (tab) tabBar.dress();
  });
  const kind = `${tab ? " is-tab" : ""}${wide ? " is-wide" : ""}${surface ? " is-surface" : ""}${bottom ? " has-bottom" : ""}`;
  return (
    <View className={`sq-page${kind} ${className}`}>
      <NavHeader title={title} back={!tab} end={headerEnd} />
      <View className="sq-page__body">{children}</View>
      {bottom ? <View className="sq-page__bottom">{bottom}</View> : null}
      <ToastHost raised={!!bottom} />
    </View>
  );
}
