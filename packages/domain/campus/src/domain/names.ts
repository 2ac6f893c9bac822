import type { Words } from "@sanqi/kernel";
import type { BuildingKind } from "./campus.ts";

/** Words for buildings that nobody named. */
export const kindWords: Record<BuildingKind, Words> = {
  dormitory: { zh: "宿舍", en: "Dormitory" },
  canteen: { zh: "食堂", en: "Canteen" },
  academic: { zh: "教学楼", en: "Academic building" },
  library: { zh: "图书馆", en: "Library" },
  shop: { zh: "商店", en: "Shop" },
  sports: { zh: "体育场馆", en: "Sports hall" },
  clinic: { zh: "医务室", en: "Clinic" },
  parcel: { zh: "快递点", en: "Parcel station" },
  residential: { zh: "住宅楼", en: "Residence" },
  other: { zh: "楼宇", en: "Building" },
};

/** Gives out each name once: the second "M楼" is "M楼（2）". */
export function uniqueNames(): { zh(name: string): string; en(name: string): string } {
  const taken = new Set<string>();
  const take = (name: string, number: (n: number) => string): string => {
    for (let n = 1; ; n++) {
      const candidate = n === 1 ? name : number(n);
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  };
  return {
    zh: (name) => take(name, (n) => `${name}（${n}）`),
    en: (name) => take(name, (n) => `${name} (${n})`),
  };
}

/**
 * English for a dormitory that the map names in Chinese only: "5号楼" is "Hall 5", "留学生2号公寓" "International Apartments 2".
 * A name without number or letter stays Chinese.
 */
export function englishDormitory(name: string): string {
  const code = /[A-Za-z]?\d+|[A-Za-z]+\d*/.exec(name)?.[0];
  if (!code) return name;
  const house = name.includes("公寓") ? "Apartments" : "Hall";
  return `${name.includes("留学生") ? "International " : ""}${house} ${code}`;
}

const sides: Record<string, string> = { 东: "East", 南: "South", 西: "West", 北: "North" };

/** "北门" is "North Gate"; any other name stays. */
export function englishGate(name: string): string {
  const side = sides[/^([东南西北])门$/.exec(name)?.[1] ?? ""];
  return side ? `${side} Gate` : name;
}
