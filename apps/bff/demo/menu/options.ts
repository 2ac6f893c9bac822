import type { DemoChoice, DemoOptionGroup } from "./menu-types.ts";

const choice = (key: string, name: string, nameEn: string, priceFen = 0): DemoChoice => ({
  key,
  name,
  nameEn,
  priceFen,
});

type Naming = [key: string, name: string, nameEn: string];

const group = (
  [key, name, nameEn]: Naming,
  [min, max]: [number, number],
  choices: DemoChoice[],
): DemoOptionGroup => ({ key, name, nameEn, min, max, choices });

export const heat = group(
  ["heat", "辣度", "Heat"],
  [1, 1],
  [
    choice("none", "不辣", "Not spicy"),
    choice("mild", "微辣", "Mild"),
    choice("medium", "中辣", "Medium"),
    choice("hot", "重辣", "Hot"),
  ],
);

/** For dishes whose heat is the point of them: "not spicy" is not offered. */
export const realHeat: DemoOptionGroup = { ...heat, choices: heat.choices.slice(1) };

export const noodleWidth = group(
  ["width", "面型", "Noodle"],
  [1, 1],
  [
    choice("hair", "毛细", "Hair-thin"),
    choice("thin", "二细", "Thin"),
    choice("leek", "韭叶", "Leek leaf"),
    choice("wide", "大宽", "Wide"),
  ],
);

export const noodleExtras = group(
  ["extras", "加料", "Extras"],
  [0, 3],
  [
    choice("beef", "加牛肉", "More beef", 600),
    choice("egg", "加卤蛋", "Braised egg", 200),
    choice("greens", "加青菜", "Greens", 200),
    choice("noodles", "加面", "More noodles", 200),
  ],
);

export const riceExtras = group(
  ["extras", "加料", "Extras"],
  [0, 3],
  [
    choice("egg", "加煎蛋", "Fried egg", 200),
    choice("rice", "加米饭", "More rice", 100),
    choice("greens", "加时蔬", "Greens", 300),
  ],
);

export const portion = group(
  ["size", "规格", "Size"],
  [1, 1],
  [choice("regular", "标准份", "Regular"), choice("large", "大份", "Large", 400)],
);

export const cupSize = group(
  ["size", "规格", "Size"],
  [1, 1],
  [choice("medium", "中杯 500 ml", "Medium, 500 ml"), choice("large", "大杯 700 ml", "Large, 700 ml", 300)],
);

export const temperature = group(
  ["temperature", "温度", "Temperature"],
  [1, 1],
  [
    choice("ice", "正常冰", "Ice"),
    choice("less-ice", "少冰", "Less ice"),
    choice("no-ice", "去冰", "No ice"),
    choice("hot", "热", "Hot"),
  ],
);

/** For drinks that exist only cold. */
export const coldOnly: DemoOptionGroup = { ...temperature, choices: temperature.choices.slice(0, 3) };

export const sugar = group(
  ["sugar", "糖度", "Sweetness"],
  [1, 1],
  [
    choice("full", "全糖", "Full sugar"),
    choice("seventy", "七分糖", "70 %"),
    choice("half", "五分糖", "50 %"),
    choice("thirty", "三分糖", "30 %"),
    choice("none", "不另加糖", "None added"),
  ],
);

export const teaToppings = group(
  ["toppings", "加料", "Toppings"],
  [0, 2],
  [
    choice("pearls", "珍珠", "Tapioca pearls", 200),
    choice("coconut-jelly", "椰果", "Coconut jelly", 200),
    choice("taro", "芋圆", "Taro balls", 300),
    choice("cheese-foam", "芝士奶盖", "Cheese foam", 300),
  ],
);

export const milkChoice = group(
  ["milk", "奶", "Milk"],
  [1, 1],
  [choice("whole", "鲜牛奶", "Whole milk"), choice("oat", "燕麦奶", "Oat drink", 300)],
);

export const dressing = group(
  ["dressing", "酱汁", "Dressing"],
  [1, 2],
  [
    choice("vinaigrette", "意式油醋汁", "Vinaigrette"),
    choice("sesame", "焙煎芝麻酱", "Roasted sesame"),
    choice("yogurt", "酸奶酱", "Yogurt"),
    choice("black-pepper", "黑椒汁", "Black pepper"),
  ],
);

export const saladExtras = group(
  ["extras", "加料", "Extras"],
  [0, 3],
  [
    choice("chicken", "加鸡胸肉", "Chicken breast", 600),
    choice("egg", "加溏心蛋", "Soft egg", 300),
    choice("avocado", "加牛油果", "Avocado", 500),
  ],
);

export const dumplingCooking = group(
  ["cooking", "做法", "Cooked"],
  [1, 1],
  [choice("boiled", "水煮", "Boiled"), choice("fried", "香煎", "Pan-fried", 100)],
);

export const dumplingCount = group(
  ["size", "数量", "Count"],
  [1, 1],
  [choice("twelve", "12 只", "12 pieces"), choice("eighteen", "18 只", "18 pieces", 600)],
);

export const dips = group(
  ["dips", "蘸料", "Dips"],
  [0, 2],
  [
    choice("vinegar", "香醋", "Vinegar"),
    choice("chilli", "红油", "Chilli oil"),
    choice("garlic", "蒜泥", "Garlic"),
  ],
);
