import type { Spot } from "./frame.ts";
import * as outline from "./outlines.ts";

type Kind =
  | "academic"
  | "canteen"
  | "clinic"
  | "dormitory"
  | "library"
  | "other"
  | "parcel"
  | "shop"
  | "sports";

export type Building = {
  name: string;
  nameEn: string;
  kind: Kind;
  levels: number;
  at: Spot;
  /** Degrees counter-clockwise. */
  turn?: number;
  outline: readonly Spot[];
  court?: readonly Spot[];
  /** The entrance in the outline's own coordinates. */
  door: Spot;
};

type Form = Pick<Building, "outline" | "court" | "door">;
const towers: Form = { outline: outline.barWithTowers(84, 17), door: [0, -12.5] };
const longEll: Form = { outline: outline.ell(78, 50, 16), door: [12, -25] };
/** The court is a garden; one enters at the back. */
const court: Form = { outline: outline.horseshoe(80, 52, 16), door: [0, 26] };
const double: Form = { outline: outline.aitch(82, 56, 16, 14), door: [0, -28] };

const dormitory = (group: string, en: string, number: number, at: Spot, form: Form, turn = 0): Building => ({
  name: `${group}${number}号楼`,
  nameEn: `${en} Hall ${number}`,
  kind: "dormitory",
  levels: 6,
  at,
  turn,
  ...form,
});

const dormitories: Building[] = [
  dormitory("沁园", "Qinyuan", 1, [96, 408], longEll),
  dormitory("沁园", "Qinyuan", 2, [222, 408], court, 180),
  dormitory("沁园", "Qinyuan", 3, [96, 540], double),
  dormitory("沁园", "Qinyuan", 4, [222, 528], towers),
  dormitory("澜园", "Lanyuan", 1, [372, 752], towers, 2),
  dormitory("澜园", "Lanyuan", 2, [514, 752], towers, -2),
  dormitory("澜园", "Lanyuan", 3, [366, 836], court),
  dormitory("澜园", "Lanyuan", 4, [516, 834], double, -3),
  dormitory("朗园", "Langyuan", 1, [894, 462], towers, 8),
  dormitory("朗园", "Langyuan", 2, [1008, 492], court, 188),
  dormitory("朗园", "Langyuan", 3, [884, 590], double, 6),
  dormitory("朗园", "Langyuan", 4, [1000, 632], { outline: longEll.outline, door: [12, -25] }, 6),
];

const canteens: Building[] = [
  {
    name: "听澜餐厅",
    nameEn: "Tinglan Canteen",
    kind: "canteen",
    levels: 3,
    at: [556, 652],
    outline: outline.chamfered(66, 32, 8),
    door: [0, 16],
  },
  {
    name: "沁香餐厅",
    nameEn: "Qinxiang Canteen",
    kind: "canteen",
    levels: 2,
    at: [344, 470],
    outline: [...outline.bar(46, 58).slice(0, 2), [23, 12], [35, 12], [35, 29], [-23, 29]],
    door: [-23, 0],
  },
  {
    name: "朗月餐厅",
    nameEn: "Langyue Canteen",
    kind: "canteen",
    levels: 3,
    at: [756, 520],
    turn: 90,
    outline: outline.sector(46, 15, 165, 20),
    door: [0, 46],
  },
];

const teaching: Building[] = [
  {
    name: "澄湖图书馆",
    nameEn: "Chenghu Library",
    kind: "library",
    levels: 7,
    at: [520, 326],
    outline: outline.chamfered(84, 62, 16),
    court: outline.disc(13),
    door: [0, -31],
  },
  {
    name: "明德楼",
    nameEn: "Mingde Teaching Building",
    kind: "academic",
    levels: 5,
    at: [408, 184],
    outline: outline.horseshoe(104, 72, 19),
    door: [0, 17],
  },
  {
    name: "格物楼",
    nameEn: "Gewu Science Building",
    kind: "academic",
    levels: 6,
    at: [386, 300],
    outline: outline.comb(108, 62, 17),
    door: [54, 6],
  },
  {
    name: "博学楼",
    nameEn: "Boxue Teaching Building",
    kind: "academic",
    levels: 5,
    at: [634, 184],
    outline: outline.horseshoe(104, 72, 19),
    door: [0, 17],
  },
  {
    name: "致远楼",
    nameEn: "Zhiyuan Engineering Building",
    kind: "academic",
    levels: 8,
    at: [664, 300],
    outline: outline.aitch(112, 66, 19, 20),
    door: [0, -33],
  },
  {
    name: "信息学院",
    nameEn: "School of Computing and AI",
    kind: "academic",
    levels: 9,
    at: [738, 196],
    outline: outline.ell(58, 84, 20),
    door: [29, -32],
  },
  {
    name: "环境与生态学院",
    nameEn: "School of Environment and Ecology",
    kind: "academic",
    levels: 5,
    at: [200, 214],
    outline: outline.comb(96, 58, 16),
    door: [-8, 29],
  },
  {
    name: "艺术中心",
    nameEn: "Arts Centre",
    kind: "academic",
    levels: 3,
    at: [86, 232],
    turn: -20,
    outline: outline.sector(46, 0, 180, 17),
    door: [35.4, 29.4],
  },
  {
    name: "澄湖讲堂",
    nameEn: "Chenghu Hall",
    kind: "other",
    levels: 3,
    at: [212, 104],
    turn: -90,
    outline: outline.sector(58, 32, 148, 12),
    door: [0, 58],
  },
  {
    name: "实验中心",
    nameEn: "Laboratory Centre",
    kind: "academic",
    levels: 4,
    at: [98, 122],
    outline: outline.horseshoe(88, 66, 18),
    door: [44, 4],
  },
];

const services: Building[] = [
  {
    name: "行政楼",
    nameEn: "Administration",
    kind: "other",
    levels: 6,
    at: [400, 50],
    outline: outline.barWithTowers(96, 22, 14),
    door: [0, -15],
  },
  {
    name: "国际交流中心",
    nameEn: "International Centre",
    kind: "other",
    levels: 5,
    at: [644, 52],
    outline: outline.ell(92, 44, 17),
    door: [12, -22],
  },
  {
    name: "校医院",
    nameEn: "Clinic",
    kind: "clinic",
    levels: 3,
    at: [352, 392],
    outline: outline.bar(44, 24),
    door: [-22, 0],
  },
  {
    name: "体育馆",
    nameEn: "Gymnasium",
    kind: "sports",
    levels: 2,
    at: [872, 318],
    turn: -6,
    outline: outline.ellipse(44, 28),
    door: [-44, 0],
  },
  {
    name: "游泳馆",
    nameEn: "Swimming Hall",
    kind: "sports",
    levels: 2,
    at: [984, 308],
    turn: -4,
    outline: outline.chamfered(72, 42, 7),
    door: [0, 21],
  },
  {
    name: "快递驿站",
    nameEn: "Parcel Station",
    kind: "parcel",
    levels: 1,
    at: [686, 752],
    outline: outline.bar(44, 20),
    door: [0, -10],
  },
  {
    name: "拾光街一号",
    nameEn: "Shiguang Street 1",
    kind: "shop",
    levels: 2,
    at: [744, 754],
    turn: -4,
    outline: outline.bar(52, 18),
    door: [0, -9],
  },
  {
    name: "拾光街二号",
    nameEn: "Shiguang Street 2",
    kind: "shop",
    levels: 2,
    at: [808, 746],
    turn: -10,
    outline: outline.bar(52, 18),
    door: [0, -9],
  },
  {
    name: "拾光街三号",
    nameEn: "Shiguang Street 3",
    kind: "shop",
    levels: 2,
    at: [738, 702],
    turn: -5,
    outline: outline.ell(60, 26, 13),
    door: [-23, 13],
  },
  {
    name: "学生活动中心",
    nameEn: "Student Union",
    kind: "other",
    levels: 4,
    at: [446, 652],
    outline: outline.horseshoe(64, 34, 12),
    door: [0, 17],
  },
  {
    name: "植物园温室",
    nameEn: "Conservatory",
    kind: "other",
    levels: 1,
    at: [974, 808],
    turn: 14,
    outline: outline.stadium(58, 22),
    door: [0, -11],
  },
];

export const buildings: readonly Building[] = [...teaching, ...canteens, ...dormitories, ...services];
