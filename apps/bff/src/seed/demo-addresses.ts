/** One line per role for whoever starts the demo: H5 plays the host that the person uses. */
export function demoAddresses(): { name: string; path: string }[] {
  const as = (host: string, person: string, page = "") =>
    `/h5/?host=${host}&person=${person}${page && `#/pages/${page}/index`}`;
  return [
    { name: "学生·微信 student in WeChat", path: as("weapp", "lin") },
    { name: "学生·支付宝 student in Alipay", path: as("alipay", "chen") },
    { name: "学生·钉钉 student in DingTalk", path: as("dd", "zhao") },
    { name: "商家 merchant", path: as("weapp", "chef-tinglan", "merchant/board") },
    { name: "骑手 rider", path: as("weapp", "rider-zhou", "rider/tasks") },
    { name: "辅导员 counselor", path: as("dd", "counselor-su", "counselor/alerts") },
    { name: "运营控制台 console", path: "/console/" },
  ];
}
