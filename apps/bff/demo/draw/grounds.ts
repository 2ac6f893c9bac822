import { curve, place, type Spot, spots } from "./frame.ts";
import * as outline from "./outlines.ts";

/** The wall around the campus: straight to the streets, bent where the stream comes in. */
export const wall: readonly Spot[] = spots(
  "24,0 1076,0 1100,24 1100,380 1092,560 1086,876 1062,900 40,900 14,872 0,690 0,24",
);

export const lake: readonly Spot[] = curve(
  spots(
    "432,452 476,414 536,402 594,414 632,408 668,438 682,490 660,540 668,574 628,604 570,592 518,606 462,592 440,556 452,528 424,494",
  ),
  true,
  7,
);

/** The island is a hole in the water; a footbridge leads to it. */
export const island: readonly Spot[] = curve(
  spots("570,500 592,484 618,490 626,514 606,532 578,526"),
  true,
  5,
);

/** The stream in two parts, above and below the lake. */
export const streams: readonly (readonly Spot[])[] = [
  curve(spots("0,706 70,684 150,676 232,664 300,634 362,594 404,574 444,566")),
  curve(spots("664,432 706,402 762,386 830,376 900,376 980,366 1040,354 1100,348")),
];

type Ground = { name?: string; nameEn?: string; tags: Record<string, string>; outline: readonly Spot[] };

const wood = (name: string, nameEn: string, shore: readonly Spot[]): Ground => ({
  name,
  nameEn,
  tags: { natural: "wood" },
  outline: curve(shore, true),
});
const lawn = (shore: readonly Spot[]): Ground => ({
  tags: { landuse: "grass" },
  outline: curve(shore, true),
});
const grove = (at: Spot, radius: number, turn = 0): Ground => ({
  tags: { natural: "wood" },
  outline: place(
    curve(
      [
        [radius, 0],
        [radius * 0.62, radius * 0.7],
        [-radius * 0.2, radius * 0.86],
        [-radius, radius * 0.2],
        [-radius * 0.55, -radius * 0.72],
        [radius * 0.4, -radius * 0.84],
      ],
      true,
      5,
    ),
    at,
    turn,
  ),
});
const court = (at: Spot, width: number, depth: number, sport: string): Ground => ({
  tags: { leisure: "pitch", sport },
  outline: place(outline.bar(width, depth), at),
});

/** Plane trees on both sides of the avenue. */
const avenueTrees: Ground[] = [508, 532].flatMap((east) =>
  [28, 46, 64, 112, 130, 148, 166, 184, 202, 220].map((north) => ({
    tags: { natural: "wood" },
    outline: place(outline.disc(4.6, 9), [east, north], (east * north) % 90),
  })),
);

/** Clumps of trees: east,north,radius. */
const groves: Ground[] = `
  704,610,9 742,628,12 770,606,8 756,436,9 340,540,10 362,556,8 344,572,7 476,368,5 620,364,6 146,34,9
  240,40,10 290,52,9 158,462,6 940,552,6 58,470,9 60,620,12 150,614,14 250,606,9 1050,420,12
  1064,560,12 1058,660,11 842,690,10 300,870,11 610,846,12 606,780,9 804,852,15 748,846,17 700,856,12
  774,812,10 826,258,9 806,66,10 42,180,9 52,170,6 30,268,8 30,380,7 28,440,9 34,560,10 272,372,7
  272,440,6 276,540,8 160,646,10 210,640,8 340,262,7 700,140,7 700,226,6 776,300,8 786,330,6 840,500,7
  838,440,8 846,640,8 1030,370,6 868,386,6 664,650,10 690,640,7 392,660,9 380,640,7 398,626,6
  470,860,7 418,852,7 470,776,6 678,800,10 690,870,8 830,790,9 820,880,9 740,40,8 770,60,9 770,26,7
  46,60,11 156,168,7 576,120,6 464,120,6
`
  .trim()
  .split(/\s+/)
  .map((clump, index) => {
    const [east = 0, north = 0, radius = 0] = clump.split(",").map(Number);
    return grove([east, north], radius, index * 47);
  });

export const grounds: readonly Ground[] = [
  wood(
    "栖霞林",
    "Qixia Wood",
    spots("52,744 120,716 214,706 282,690 296,760 284,842 214,876 110,872 54,826"),
  ),
  wood("澄心岛", "Chengxin Island", spots("580,500 600,492 618,502 614,520 594,526")),
  wood(
    "植物园",
    "Botanical Garden",
    spots("862,746 930,716 1010,712 1062,740 1062,852 990,876 900,866 858,820"),
  ),
  {
    name: "东体育场",
    nameEn: "East Stadium",
    tags: { leisure: "track", surface: "tartan" },
    outline: place(outline.stadium(186, 104), [906, 168]),
  },
  {
    tags: { leisure: "pitch", sport: "soccer", surface: "grass" },
    outline: place(outline.bar(104, 66), [906, 168]),
  },
  ...[1032, 1066].flatMap((east) =>
    [70, 116, 162].map((north) => court([east, north], 26, 38, "basketball")),
  ),
  ...[1032, 1066].flatMap((east) => [210, 248].map((north) => court([east, north], 22, 30, "tennis"))),
  {
    name: "知行广场",
    nameEn: "Zhixing Square",
    tags: { place: "square", surface: "paved" },
    outline: place(outline.ellipse(44, 26), [520, 264]),
  },
  {
    tags: { landuse: "flowerbed" },
    outline: place(outline.disc(11), [520, 264]),
  },
  ...[488, 552].flatMap((east) =>
    [136, 190].map((north) => ({
      tags: { landuse: "flowerbed" },
      outline: place(outline.chamfered(12, 40, 4), [east, north]),
    })),
  ),
  lawn(
    spots("446,366 480,376 536,374 560,368 594,374 640,376 640,352 590,350 572,362 470,362 456,350 446,352"),
  ),
  lawn(spots("388,560 398,520 388,512 330,516 322,560 330,590 352,586")),
  lawn(spots("716,594 736,580 784,588 786,634 752,652 712,656 694,636")),
  lawn(spots("724,420 782,408 790,456 760,462 728,452")),
  lawn(spots("116,470 196,474 200,452 118,450")),
  lawn(spots("916,530 946,544 974,552 986,570 940,566 912,552")),
  lawn(spots("420,788 460,792 460,810 424,806")),
  lawn(spots("120,40 150,22 300,24 316,50 300,78 262,60 180,40")),
  lawn(spots("60,292 90,288 180,284 280,280 284,296 180,302 70,304")),
  {
    name: "紫藤园",
    nameEn: "Wisteria Garden",
    tags: { leisure: "garden" },
    outline: curve(spots("302,196 322,226 318,262 286,268 274,236 280,204"), true),
  },
  ...groves,
  ...avenueTrees,
];
