import type { Spot } from "./frame.ts";

type Place = { name: string; nameEn: string; at: Spot };

export const gates: readonly Place[] = [
  { name: "南门", nameEn: "South Gate", at: [520, 0] },
  { name: "西门", nameEn: "West Gate", at: [0, 326] },
  { name: "北门", nameEn: "North Gate", at: [640, 900] },
  { name: "东门", nameEn: "East Gate", at: [1100, 386] },
];

export const places: readonly (Place & { kind: string; tags: Record<string, string> })[] = [
  {
    name: "拾光便利店",
    nameEn: "Shiguang Mini-market",
    kind: "shop",
    tags: { shop: "convenience" },
    at: [730, 752],
  },
  { name: "听雨书店", nameEn: "Tingyu Bookshop", kind: "shop", tags: { shop: "books" }, at: [800, 746] },
  { name: "文印社", nameEn: "Copy Shop", kind: "shop", tags: { shop: "copyshop" }, at: [824, 742] },
  { name: "花间小铺", nameEn: "Flower Shop", kind: "shop", tags: { shop: "florist" }, at: [738, 694] },
  { name: "自行车维修", nameEn: "Bicycle Repair", kind: "shop", tags: { shop: "bicycle" }, at: [756, 752] },
  {
    name: "澄心亭",
    nameEn: "Chengxin Pavilion",
    kind: "other",
    tags: { amenity: "shelter" },
    at: [598, 508],
  },
];
