/** A place in front of a group of dormitories where a rider hands the meals over. */
export type DemoPickupPoint = {
  key: string;
  name: string;
  nameEn: string;
  dormitoryGroup: string;
  dormitories: readonly string[];
  /** WGS-84 [longitude, latitude]. */
  position: readonly [lon: number, lat: number];
};

const dormitoriesOf = (group: string) => [1, 2, 3, 4].map((number) => `${group}${number}号楼`);

export const demoPickupPoints: readonly DemoPickupPoint[] = [
  {
    key: "qinyuan-gate",
    name: "沁园门廊取餐点",
    nameEn: "Qinyuan gateway",
    dormitoryGroup: "沁园",
    dormitories: dormitoriesOf("沁园"),
    position: [120.902935, 30.904326],
  },
  {
    key: "lanyuan-square",
    name: "澜园小广场取餐点",
    nameEn: "Lanyuan square",
    dormitoryGroup: "澜园",
    dormitories: dormitoriesOf("澜园"),
    position: [120.904738, 30.906502],
  },
  {
    key: "langyuan-pavilion",
    name: "朗园凉亭取餐点",
    nameEn: "Langyuan pavilion",
    dormitoryGroup: "朗园",
    dormitories: dormitoriesOf("朗园"),
    position: [120.90872, 30.904685],
  },
];
