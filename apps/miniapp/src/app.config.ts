const host = process.env.TARO_ENV;
const selected =
  { weapp: "#06A050", alipay: "#1677FF", dd: "#007FFF" }[host as "weapp" | "alipay" | "dd"] ?? "#06A050";
const art = host === "h5" ? "weapp" : host;
const themed = host === "weapp";
const tab = (page: string, text: string, name: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `assets/tab/${name}.png`,
  selectedIconPath: `assets/tab/${name}-${art}.png`,
});

export default defineAppConfig({
  pages: ["pages/home/index", "pages/orders/index", "pages/messages/index", "pages/me/index"],
  subPackages: [
    {
      root: "pages/order",
      pages: [
        "shop/index",
        "checkout/index",
        "search/index",
        "place/index",
        "scan/index",
        "pay-for/index",
        "coupons/index",
      ],
    },
    { root: "pages/track", pages: ["order/index", "rate/index", "story/index", "after-sale/index"] },
    {
      root: "pages/merchant",
      pages: [
        "board/index",
        "ticket/index",
        "menu/index",
        "dish/index",
        "shop/index",
        "settings/index",
        "hours/index",
        "tables/index",
        "offers/index",
        "complaints/index",
        "reviews/index",
        "day/index",
        "statement/index",
      ],
    },
    { root: "pages/rider", pages: ["tasks/index", "stop/index", "earnings/index"] },
    { root: "pages/counselor", pages: ["alerts/index", "student/index"] },
    { root: "pages/staff", pages: ["invite/index"] },
    // every component on one page, for looking at; never part of a real build
    ...(host === "h5" && process.env.SANQI_GALLERY ? [{ root: "pages/gallery", pages: ["index"] }] : []),
  ],
  window: {
    backgroundTextStyle: themed ? ("@textStyle" as "dark") : "dark",
    backgroundColor: themed ? "@background" : "#F4F5F7",
    navigationBarBackgroundColor: themed ? "@surface" : "#FFFFFF",
    navigationBarTextStyle: themed ? ("@barText" as "black") : "black",
    navigationBarTitleText: "三栖",
  },
  tabBar: {
    color: themed ? "@muted" : "#6B7280",
    selectedColor: selected,
    backgroundColor: themed ? "@surface" : "#FFFFFF",
    borderStyle: themed ? ("@border" as "black") : "black",
    list: [
      tab("home", "点餐", "home"),
      tab("orders", "订单", "orders"),
      tab("messages", "消息", "messages"),
      tab("me", "我的", "me"),
    ],
  },
  // a sliding page keeps a transform, and then `position: fixed` no longer means the screen
  ...(host === "h5" ? { animation: false } : {}),
  ...(themed ? { darkmode: true, themeLocation: "theme.json", lazyCodeLoading: "requiredComponents" } : {}),
  ...(host === "weapp"
    ? {
        requiredPrivateInfos: ["getLocation", "startLocationUpdate", "onLocationChange"],
        permission: { "scope.userLocation": { desc: "用于骑手配送时显示位置 Shows the rider on the map" } },
      }
    : {}),
});
