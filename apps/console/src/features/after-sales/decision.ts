import { addFen, type Fen, fen, parseYuan, type Words, yuanText } from "@sanqi/kernel";
import { type AfterSaleCase, type LineAmount, type LineKey, type RefundBearer, worthOf } from "@sanqi/orders";

/** What is typed for each line, in yuan. */
export type Draft = Readonly<Record<LineKey, string>>;

export type DraftSum = {
  /** Lines that get something back. */
  readonly parts: readonly LineAmount[];
  readonly sumFen: Fen;
  /** Lines whose text is no amount, or more than is left of them. */
  readonly wrong: readonly LineKey[];
};

type PaidLines = AfterSaleCase["paidLines"];

/** Reads a draft against what is left of each line; nothing typed is nothing given back. */
export function readDraft(draft: Draft, paidLines: PaidLines): DraftSum {
  const read = paidLines.map(({ key, refundableFen }) => {
    const amount = parseYuan(draft[key]?.trim() || "0");
    return { key, fen: amount !== undefined && amount >= 0 && amount <= refundableFen ? amount : null };
  });
  const parts = read.flatMap(({ key, fen: part }) => (part ? [{ key, fen: part }] : []));
  return {
    parts,
    sumFen: addFen(fen(0), ...parts.map((part) => part.fen)),
    wrong: read.filter((line) => line.fen === null).map((line) => line.key),
  };
}

const toDraft = (parts: readonly LineAmount[]): Draft =>
  Object.fromEntries(parts.filter((part) => part.fen > 0).map((part) => [part.key, yuanText(part.fen)]));

export const wholeOrder = (paidLines: PaidLines): Draft =>
  toDraft(paidLines.map(({ key, refundableFen }) => ({ key, fen: refundableFen })));

/** What the complaint asks for: the portions it names, or the delivery where the lunch was late. */
export function claimed({
  afterSale,
  lines,
  paidLines,
}: Pick<AfterSaleCase, "afterSale" | "lines" | "paidLines">): Draft {
  if (afterSale.items.length === 0)
    return toDraft(
      paidLines
        .filter(({ key }) => key === "delivery")
        .map(({ key, refundableFen }) => ({ key, fen: refundableFen })),
    );
  const paid = new Map(paidLines.map((line) => [line.key, line.fen]));
  // The lines as if what was paid had been their price: discounts are within it already.
  const asPaid = {
    lines: lines.map((line, at) => ({ ...line, totalFen: paid.get(String(at)) ?? fen(0) })),
    amounts: {
      goodsFen: fen(0),
      packingFen: paid.get("packing") ?? fen(0),
      deliveryFeeFen: paid.get("delivery") ?? fen(0),
      discountFen: fen(0),
      totalFen: fen(0),
    },
    discounts: [],
    refunds: [
      {
        key: "gone",
        bearer: "platform" as const,
        fen: fen(0),
        parts: paidLines.map(({ key, fen: all, refundableFen }) => ({ key, fen: fen(all - refundableFen) })),
        done: true,
      },
    ],
  };
  return toDraft(worthOf(asPaid, afterSale.items));
}

const bearing: Readonly<Record<RefundBearer, (yuan: string) => Words>> = {
  merchant: (yuan) => ({
    zh: `从商家的结算里扣 ${yuan}`,
    en: `take ${yuan} off what the shop is owed`,
  }),
  platform: (yuan) => ({
    zh: `由平台承担 ${yuan}，不扣商家和骑手`,
    en: `cost the platform ${yuan}, nobody else`,
  }),
  rider: (yuan) => ({ zh: `从骑手的收入里扣 ${yuan}`, en: `take ${yuan} off what the rider earned` }),
};

/** What a decision will do, sentence by sentence. */
export function verdictEffects(sumFen: Fen, bearer: RefundBearer): Words[] {
  if (sumFen === 0)
    return [
      {
        zh: "驳回：一分不退，售后就此结案",
        en: "turn the complaint down: nothing goes back, the case is closed",
      },
      { zh: "同学和商家看到你写的说明", en: "show your words to student and shop" },
    ];
  const yuan = `¥${yuanText(sumFen)}`;
  return [
    {
      zh: `原路退给同学 ${yuan}，到账后自动结案`,
      en: `send ${yuan} back the way it was paid; the case closes when it arrives`,
    },
    bearing[bearer](yuan),
    { zh: "同学和商家看到你写的说明", en: "show your words to student and shop" },
    { zh: "不能撤销", en: "not be undoable" },
  ];
}
