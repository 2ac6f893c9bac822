import type { World } from "../world.ts";
import { type BillChannel, type BillLine, startOf, trueLines } from "./bill-line.ts";
import { numberOf, type Planted, type PlantKind, plantKinds, withPlanted } from "./planted.ts";
import { type Seeded, seeded } from "./seeded.ts";

const idAlphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
const compact = (day: string) => day.replaceAll("-", "");

/** The bill of a day: what happened, and what was planted. */
export const billLines = (world: World, channel: BillChannel, day: string): BillLine[] =>
  withPlanted(trueLines(world, channel, day), plantedOf(world, channel, day));

const plantedOf = (world: World, channel: BillChannel, day: string): Planted[] =>
  [...world.state.plantedDifferences.values()].filter((one) => one.channel === channel && one.day === day);

export type PlantRequest = {
  readonly channel: BillChannel;
  readonly day: string;
  /** The same seed over the same lines plants the same. */
  readonly seed: number;
  /** One difference for each entry; all kinds once where it is absent. */
  readonly kinds?: readonly PlantKind[];
};

/** What a stranger's line looks like: numbers of the platform's and of the merchant's form that nobody gave out. */
function stranger(request: PlantRequest, random: Seeded): BillLine {
  const amountFen = 100 + random.below(5_000);
  const minute = 480 + random.below(600);
  return {
    kind: "payment",
    outTradeNo: `pay_${random.text(20, idAlphabet)}`,
    platformNo: platformNumber(request, random),
    refundNo: null,
    platformRefundNo: null,
    orderFen: amountFen,
    amountFen,
    at: startOf(request.day) + minute * 60_000,
    title: "午餐 lunch",
    payer: "stranger",
  };
}

const platformNumber = ({ channel, day }: PlantRequest, random: Seeded): string =>
  channel === "wechatPay"
    ? `4200002${random.text(3, "0123456789")}${compact(day)}${random.text(10, "0123456789")}`
    : `${compact(day)}22001${random.text(15, "0123456789")}`;

const refundOf = (line: BillLine, random: Seeded, amountFen: number): BillLine => ({
  ...line,
  kind: "refund",
  refundNo: `rfd_${random.text(20, idAlphabet)}`,
  platformRefundNo: `5030000${random.text(21, "0123456789")}`,
  amountFen,
});

/** The number that differs and the edit; undefined where the day has no line left on which this kind could be planted. */
function planOf(
  kind: PlantKind,
  request: PlantRequest,
  on: { free: Record<BillLine["kind"], BillLine[]>; random: Seeded },
): Pick<Planted, "number" | "edit"> | undefined {
  const { free, random } = on;
  if (kind === "missingHere/payment" || kind === "missingHere/refund") {
    const payment = stranger(request, random);
    const line = kind === "missingHere/payment" ? payment : refundOf(payment, random, payment.amountFen);
    return { number: numberOf(line), edit: { kind: "add", line } };
  }
  if (kind === "otherState/refund") {
    const payment = random.take(free.payment);
    const line = payment && refundOf(payment, random, 1 + random.below(payment.amountFen));
    return line && { number: numberOf(line), edit: { kind: "add", line } };
  }
  const line = random.take(free[kind.endsWith("/refund") ? "refund" : "payment"]);
  if (line === undefined) return undefined;
  const number = numberOf(line);
  if (kind.startsWith("missingThere")) return { number, edit: { kind: "drop" } };
  if (kind.startsWith("otherAmount"))
    return { number, edit: { kind: "amount", amountFen: line.amountFen + 1 + random.below(500) } };
  const second = { ...line, platformNo: platformNumber(request, random), at: line.at + 1_000 };
  return { number, edit: { kind: "add", line: dayKept(second, line) } };
}

/** The second of a pair stays in the day of the first. */
const dayKept = (second: BillLine, first: BillLine): BillLine =>
  Math.floor((second.at + 28_800_000) / 86_400_000) === Math.floor((first.at + 28_800_000) / 86_400_000)
    ? second
    : { ...second, at: first.at };

/**
 * Plants differences between the bill of a day and what happened, each on a line that no other one touches.
 * @returns those that found a line; a quiet day has room for fewer than were asked for
 */
export function plant(world: World, request: PlantRequest): Planted[] {
  const { channel, day } = request;
  const random = seeded(request.seed);
  const before = plantedOf(world, channel, day);
  const taken = new Set(
    before.flatMap((one) => [one.number, ...(one.edit.kind === "add" ? [one.edit.line.outTradeNo] : [])]),
  );
  const lines = withPlanted(trueLines(world, channel, day), []).filter((line) => !taken.has(numberOf(line)));
  // A payment whose refund stands in the same bill is left alone: one difference must not explain another.
  const refunded = new Set(lines.flatMap((line) => (line.kind === "refund" ? [line.outTradeNo] : [])));
  const free = {
    payment: lines.filter((line) => line.kind === "payment" && !refunded.has(line.outTradeNo)),
    refund: lines.filter((line) => line.kind === "refund"),
  };
  const planted = (request.kinds ?? plantKinds).flatMap((kind, index): Planted[] => {
    const plan = planOf(kind, request, { free, random });
    const id = `${channel}/${day}/${before.length + index + 1}`;
    return plan === undefined ? [] : [{ id, channel, day, kind, ...plan }];
  });
  for (const one of planted) world.state.plantedDifferences.set(one.id, one);
  world.touch();
  return planted;
}

/** Every bill is true again. */
export function unplant(world: World): void {
  world.state.plantedDifferences.clear();
  world.touch();
}
