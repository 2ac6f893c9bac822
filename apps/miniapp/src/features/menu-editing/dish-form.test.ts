import { describe, expect, it } from "vitest";
import { emptyDish, formOf, newChoice, newGroup, readDish, withChoices } from "./dish-form";
import type { EditableDish } from "./menu-list";

const noodles = {
  ...{
    dishId: "dsh_1",
    version: 3,
    name: "牛肉面",
    nameEn: "Beef noodles",
    description: "",
    descriptionEn: "",
  },
  ...{
    category: "面",
    categoryEn: "Noodles",
    priceFen: 1_250,
    art: "noodles",
    pictureId: null,
    pictureUrl: null,
  },
  ...{ labels: ["spicy1"], allergens: ["gluten"], dailyStock: 80, left: 12, soldOut: false },
  options: [
    {
      ...{ key: "size", name: "份量", nameEn: "Size", min: 1, max: 1 },
      choices: [
        { key: "s", name: "小", nameEn: "Small", priceFen: 0, dailyStock: null, soldOut: false, left: null },
        { key: "l", name: "大", nameEn: "Large", priceFen: 350, dailyStock: 20, soldOut: true, left: 3 },
      ],
    },
  ],
} as unknown as EditableDish;
const problemOf = (form: Parameters<typeof readDish>[0], others: EditableDish[] = []) => {
  const read = readDish(form, others);
  return read.ok ? null : read.error.field;
};

describe("the form of a dish", () => {
  it("reads back as the dish that it was made of, without what is only today's", () => {
    const read = readDish(formOf(noodles), []);
    expect(read).toMatchObject({ ok: true, value: { priceFen: 1_250, dailyStock: 80, labels: ["spicy1"] } });
    expect(read.ok && read.value.options).toEqual([
      {
        ...{ key: "size", name: "份量", nameEn: "Size", min: 1, max: 1 },
        choices: [
          { key: "s", name: "小", nameEn: "Small", priceFen: 0, dailyStock: null },
          { key: "l", name: "大", nameEn: "Large", priceFen: 350, dailyStock: 20 },
        ],
      },
    ]);
    expect(read.ok && "soldOut" in read.value).toBe(false);
  });

  it("reads a price as people type it", () => {
    const price = (text: string) => readDish({ ...formOf(noodles), price: text }, []);
    expect(price("￥13。5")).toMatchObject({ value: { priceFen: 1_350 } });
    for (const wrong of ["", "十二", "-3", "1.005", "2000.01"])
      expect(price(wrong)).toMatchObject({ error: { field: "priceFen" } });
  });

  it("names the field that the catalog's rules refuse", () => {
    const form = formOf(noodles);
    const [group] = form.options;
    if (!group) throw new Error("the form has no group");
    const withGroup = (change: object) => ({ ...form, options: [{ ...group, ...change }] });
    expect(problemOf({ ...form, name: "  " })).toBe("name");
    expect(problemOf({ ...form, dailyStock: "一百" })).toBe("dailyStock");
    expect(problemOf(form, [noodles])).toBe("name");
    expect(problemOf(withGroup({ max: 3 }))).toBe("options.0.max");
    expect(problemOf(withGroup({ min: 2 }))).toBe("options.0.min");
    expect(problemOf(withGroup({ choices: [{ ...newChoice(), name: "大", price: "x" }] }))).toBe(
      "options.0.choices.0.priceFen",
    );
    expect(problemOf({ ...form, options: [newGroup()] })).toBe("options.0.name");
    expect(problemOf(emptyDish({ name: "面", nameEn: "" }))).toBe("name");
  });

  it("keeps bounds that can be met when choices come and go", () => {
    const three = { ...newGroup(), min: 2, max: 3, choices: [newChoice(), newChoice(), newChoice()] };
    expect(withChoices(three, three.choices.slice(0, 1))).toMatchObject({ min: 1, max: 1 });
    expect(withChoices(three, [])).toMatchObject({ min: 1, max: 1 });
    expect(withChoices(three, [...three.choices, newChoice()])).toMatchObject({ min: 2, max: 3 });
  });
});
