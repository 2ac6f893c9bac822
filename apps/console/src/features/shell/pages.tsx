import {
  AccountBookOutlined,
  AlertOutlined,
  AuditOutlined,
  CustomerServiceOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  HistoryOutlined,
  PhoneOutlined,
  ShopOutlined,
  StarOutlined,
  TagOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import type { Words } from "@sanqi/kernel";
import type { ReactNode } from "react";

type Page = {
  readonly key: string;
  readonly path: string;
  readonly name: Words;
  readonly icon: ReactNode;
  /** A line above it in the navigation: another kind of work begins. */
  readonly begins?: true;
};

const page = (key: string, zh: string, en: string, icon: ReactNode): Page => ({
  key,
  path: `/${key}`,
  name: { zh, en },
  icon,
});

/** The pages of the console, in the order of the navigation and of the palette. */
export const pages: readonly Page[] = [
  { ...page("overview", "总览", "Overview", <DashboardOutlined />), path: "/" },
  page("orders", "今日订单", "Orders today", <UnorderedListOutlined />),
  page("phone-order", "电话订单", "Phone order", <PhoneOutlined />),
  page("after-sales", "售后", "Complaints", <CustomerServiceOutlined />),
  page("map", "校园地图", "Campus map", <EnvironmentOutlined />),
  { ...page("shops", "店铺与菜单", "Shops and menus", <ShopOutlined />), begins: true },
  page("changes", "菜单变更", "Menu changes", <HistoryOutlined />),
  page("reviews", "评价", "Reviews", <StarOutlined />),
  page("offers", "优惠", "Offers", <TagOutlined />),
  { ...page("money", "资金", "Money", <AccountBookOutlined />), begins: true },
  page("reconciliation", "对账", "Reconciliation", <AuditOutlined />),
  { ...page("people", "人员", "People", <TeamOutlined />), begins: true },
  page("operations", "运行", "Operations", <AlertOutlined />),
];
