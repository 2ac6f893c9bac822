import { curve, type Spot, spots } from "./frame.ts";

export type Way = {
  name?: string;
  nameEn?: string;
  highway: "service" | "footway" | "pedestrian" | "path";
  bridge?: boolean;
  line: readonly Spot[];
};

type Naming = Pick<Way, "name" | "nameEn">;
const named = (name: string, nameEn: string): Naming => ({ name, nameEn });

const road = (naming: Naming, line: readonly Spot[], closed = false): Way => ({
  ...naming,
  highway: "service",
  line: curve(line, closed),
});
const straight = (naming: Naming, line: readonly Spot[], highway: Way["highway"] = "footway"): Way => ({
  ...naming,
  highway,
  line,
});
const footpath = (line: readonly Spot[], naming: Naming = {}, closed = false): Way => ({
  ...naming,
  highway: "footway",
  line: curve(line, closed),
});
const trail = (line: readonly Spot[], closed = false): Way => ({
  highway: "path",
  line: curve(line, closed),
});

const roads: Way[] = [
  road(
    named("同心环路", "Tongxin Ring"),
    spots(
      "300,150 330,104 400,94 520,92 640,94 752,100 796,140 802,240 804,340 814,440 818,540 808,630 770,672 690,688 560,698 440,696 350,682 308,640 296,560 296,440 298,300",
    ),
    true,
  ),
  straight(named("知行大道", "Zhixing Avenue"), spots("520,0 520,92 520,238"), "pedestrian"),
  road(named("沁园路", "Qinyuan Road"), spots("0,326 80,322 180,330 298,322")),
  road(named("朗园路", "Langyuan Road"), spots("808,406 880,410 970,402 1040,392 1100,386")),
  road(named("北门路", "North Gate Road"), spots("636,692 640,760 636,830 640,900")),
  road(named("拾光街", "Shiguang Street"), spots("638,730 690,730 750,730 806,722 842,716 852,660 812,612")),
  road(named("求真路", "Qiuzhen Road"), spots("301,236 256,262 180,266 140,290 124,323")),
  road(
    named("东场路", "Stadium Road"),
    spots("752,100 800,40 900,30 1004,36 1010,120 1008,270 940,272 860,268 803,272"),
  ),
];

const lakeside: Way[] = [
  footpath(
    spots(
      "410,446 460,398 534,384 592,396 640,390 688,424 704,490 682,542 688,586 636,624 570,612 516,626 450,612 418,566 428,530 402,492",
    ),
    named("环湖步道", "Lake Walk"),
    true,
  ),
  footpath(spots("704,490 676,506 640,506 612,510 598,508"), named("澄心桥", "Chengxin Bridge")),
];

const squares: Way[] = [
  footpath(spots("520,238 486,244 474,264 486,286 520,290 554,286 566,264 554,244"), {}, true),
  footpath(spots("482,284 464,306 464,346 476,372 486,391")),
  footpath(spots("558,284 576,306 576,346 566,370 568,390")),
  straight({}, spots("299,248 400,246 474,264")),
  straight({}, spots("566,264 640,246 700,246 802,250")),
  straight({}, spots("408,94 408,198")),
  straight({}, spots("634,94 634,198")),
  footpath(spots("520,238 472,224 468,150 468,94")),
  footpath(spots("520,238 568,224 572,150 572,94")),
  footpath(spots("400,94 330,60 336,22 400,20 520,18 580,16 660,18 714,30 716,60 690,96")),
];

const west: Way[] = [
  footpath(spots("158,329 160,400 158,474 160,560 180,606 240,588 297,580"), named("沁园里", "Qinyuan Lane")),
  footpath(spots("40,322 40,420 44,486 96,492 158,478 222,488 296,476")),
  footpath(spots("408,478 396,432 380,424 340,422 297,420")),
  footpath(spots("297,528 340,522 380,508 410,506")),
  footpath(spots("298,600 336,616 372,600 424,580")),
  trail(spots("308,640 290,690 230,730 180,790 110,800 88,840 150,860 220,820 270,770 300,720 352,684")),
  trail(spots("180,790 130,744 100,700 90,650 120,610 180,606")),
  footpath(spots("300,150 270,156 160,160 150,200 146,288")),
  footpath(spots("160,160 152,100 152,62 200,30 290,40 332,70")),
];

const north: Way[] = [
  footpath(spots("318,662 314,720 330,790 440,796 560,792 600,800 638,796"), named("澜园里", "Lanyuan Lane")),
  footpath(spots("443,696 444,750 442,796 440,879")),
  footpath(spots("330,790 312,830 322,876 440,880 560,876 592,850 600,800")),
  footpath(spots("350,682 372,722 444,728 512,722 560,698")),
  footpath(spots("500,697 500,660 510,640 516,626")),
  footpath(spots("620,694 624,650 636,624")),
];

const east: Way[] = [
  footpath(
    spots("952,404 950,460 944,520 940,590 946,660 930,690 848,690"),
    named("朗园里", "Langyuan Lane"),
  ),
  footpath(spots("817,520 850,522 892,528 943,528 1008,546 1052,580 1056,680 1000,692 930,690")),
  footpath(spots("1052,580 1062,500 1060,440 1050,391")),
  footpath(spots("816,484 792,500 786,530 800,565")),
  footpath(spots("818,560 790,566 740,568 686,566")),
  footpath(spots("809,620 770,622 724,640 676,606")),
  trail(spots("842,716 880,760 920,790 980,780 1036,800 1030,846 960,844 900,836 876,800 870,750")),
  trail(spots("637,840 700,826 760,832 810,820 868,800")),
  footpath(spots("803,300 820,320 816,350 805,352")),
  footpath(spots("920,272 928,320 930,350 940,404")),
  footpath(spots("929,346 984,340 1060,330 1070,280 1008,268")),
  footpath(spots("1009,140 1049,140 1049,230 1008,230")),
];

export const ways: readonly Way[] = [...roads, ...lakeside, ...squares, ...west, ...north, ...east];
