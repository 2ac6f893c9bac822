import { fen } from "@sanqi/kernel";
import { expect, it } from "vitest";
import { type Offer, offerWords } from "./index.ts";
import { dishId, steps } from "./requests.test-data.ts";

const special = { kind: "perItem", dishIds: [dishId(1)], maxPortions: 2 } as const;

it.each<[Offer, string, string]>([
  [steps([6000, 1200], [3000, 500]), "满30减5，满60减12", "¥5 off from ¥30, ¥12 off from ¥60"],
  [
    { kind: "percentage", fromFen: fen(2000), percentOff: 15, capFen: fen(850) },
    "满20，8.5 折，最多减8.50",
    "15% off, at most ¥8.50 from ¥20",
  ],
  [{ kind: "percentage", fromFen: fen(0), percentOff: 20, capFen: null }, "8 折", "20% off"],
  [
    { ...special, price: { kind: "special", priceFen: fen(990) } },
    "特价 9.90，每单限 2 份",
    "Special price ¥9.90, 2 per order",
  ],
  [
    { ...special, price: { kind: "off", offFen: fen(300) } },
    "每份减3，每单限 2 份",
    "¥3 off each, 2 per order",
  ],
  [{ kind: "newCustomer", fromFen: fen(0), offFen: fen(600) }, "新客立减6", "¥6 off your first order"],
  [{ kind: "deliveryFee", fromFen: fen(2500), offFen: null }, "满25，免配送费", "Free delivery from ¥25"],
  [{ kind: "deliveryFee", fromFen: fen(0), offFen: fen(100) }, "配送费减1", "¥1 off delivery"],
])("%j reads %s", (offer, zh, en) => {
  expect(offerWords(offer)).toEqual({ zh, en });
});
