import {
  AlertOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  ShopOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import type { Words } from "@sanqi/kernel";
import type { ReactNode } from "react";

/** The pages of the console, in the order of the navigation and of the palette. */
export const pages: readonly { path: string; name: Words; icon: ReactNode; key: string }[] = [
  { key: "overview", path: "/", name: { zh: "总览", en: "Overview" }, icon: <DashboardOutlined /> },
  {
    key: "orders",
    path: "/orders",
    name: { zh: "今日订单", en: "Orders today" },
    icon: <UnorderedListOutlined />,
  },
  { key: "map", path: "/map", name: { zh: "校园地图", en: "Campus map" }, icon: <EnvironmentOutlined /> },
  { key: "shops", path: "/shops", name: { zh: "店铺与菜单", en: "Shops and menus" }, icon: <ShopOutlined /> },
  { key: "people", path: "/people", name: { zh: "人员", en: "People" }, icon: <TeamOutlined /> },
  { key: "events", path: "/events", name: { zh: "失败事件", en: "Failed events" }, icon: <AlertOutlined /> },
];
