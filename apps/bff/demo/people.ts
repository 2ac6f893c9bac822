import type { Host } from "@sanqi/kernel";

export { demoPickupPoints } from "./pickup-points.ts";
export { type DemoStudent, demoStudents } from "./students.ts";

/** Somebody who works here; `key` is the person's name in the sandbox. */
export type DemoStaff = { key: string; name: string; host: Host };

/** Works for every shop of the kitchen. */
export type DemoMerchant = DemoStaff & { kitchenKey: string };

export type DemoCounselor = DemoStaff & { departmentKey: string };

export type DemoDepartment = {
  key: string;
  name: string;
  nameEn: string;
  /** The department's number in the corporation's DingTalk directory; the root is 1. */
  dingtalkDeptId: number;
};

export const demoCampus = {
  key: "chenghu",
  name: "澄湖大学",
  nameEn: "Chenghu University",
  /** IANA zone in which opening hours are read. */
  timeZone: "Asia/Shanghai",
} as const;

export const demoRiders: readonly DemoStaff[] = [
  { key: "rider-zhou", name: "周师傅", host: "weapp" },
  { key: "rider-ding", name: "丁小川", host: "weapp" },
  { key: "rider-fang", name: "方圆", host: "alipay" },
  { key: "rider-lu", name: "陆远", host: "dd" },
];

export const demoMerchants: readonly DemoMerchant[] = [
  { key: "chef-tinglan", name: "何阿姨", host: "weapp", kitchenKey: "tinglan" },
  { key: "chef-tinglan-two", name: "蒋师傅", host: "alipay", kitchenKey: "tinglan" },
  { key: "chef-qinxiang", name: "马师傅", host: "weapp", kitchenKey: "qinxiang" },
  { key: "chef-langyue", name: "梁师傅", host: "weapp", kitchenKey: "langyue" },
  { key: "chef-langyue-two", name: "阿茶", host: "dd", kitchenKey: "langyue" },
];

export const demoDepartments: readonly DemoDepartment[] = [
  { key: "computing", name: "计算机与智能学院", nameEn: "School of Computing and AI", dingtalkDeptId: 3101 },
  {
    key: "ecology",
    name: "环境与生态学院",
    nameEn: "School of Environment and Ecology",
    dingtalkDeptId: 3202,
  },
];

export const demoCounselors: readonly DemoCounselor[] = [
  { key: "counselor-su", name: "苏老师", host: "dd", departmentKey: "computing" },
  { key: "counselor-jiang", name: "江老师", host: "dd", departmentKey: "ecology" },
];

export const demoOperator: DemoStaff = { key: "operator", name: "值班运营", host: "dd" };
