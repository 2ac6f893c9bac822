import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import iconv from "iconv-lite";
import { alipayTime, compactDay } from "../beijing-time.ts";
import type { World } from "../world.ts";
import { type BillLine, feeOf, startOf } from "./bill-line.ts";

configure({ useWebWorkers: false });

const yuan = (fen: number): string =>
  `${fen < 0 ? "-" : ""}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, "0")}`;

type Cells = readonly (readonly [column: string, value: string])[];

function cellsOf(world: World, line: BillLine): Cells {
  const refund = line.kind === "refund";
  const sign = refund && world.state.faults.alipayBillRefunds === "minus" ? -1 : 1;
  return [
    ["支付宝交易号", line.platformNo],
    ["商户订单号", line.outTradeNo],
    ["业务类型", refund ? "退款" : "交易"],
    ["商品名称", line.title],
    ["创建时间", alipayTime(line.at)],
    ["完成时间", alipayTime(line.at)],
    ["门店编号", ""],
    ["门店名称", ""],
    ["操作员", ""],
    ["终端号", ""],
    ["对方账户", line.payer],
    ["订单金额（元）", yuan(sign * line.amountFen)],
    ["商家实收（元）", yuan(sign * line.amountFen)],
    ["支付宝红包（元）", "0.00"],
    ["集分宝（元）", "0.00"],
    ["支付宝优惠（元）", "0.00"],
    ["商家优惠（元）", "0.00"],
    ["券核销金额（元）", "0.00"],
    ["券名称", ""],
    ["商家红包消费金额（元）", "0.00"],
    ["卡消费金额（元）", "0.00"],
    ["退款批次号/请求号", line.refundNo ?? ""],
    // The fee is written from the merchant's side: what is kept is negative.
    ["服务费（元）", yuan(-feeOf(line))],
    ["分润（元）", "0.00"],
    ["备注", ""],
  ];
}

function totalsOf(world: World, lines: readonly BillLine[]): Cells {
  const of = (kind: BillLine["kind"]) => lines.filter((line) => line.kind === kind);
  const sum = (some: readonly BillLine[]) => some.reduce((total, line) => total + line.amountFen, 0);
  const net = sum(of("payment")) - sum(of("refund")) + (world.state.faults.billBroken === "totals" ? 1 : 0);
  const fees = lines.reduce((total, line) => total - feeOf(line), 0);
  return [
    ["门店编号", "合计"],
    ["门店名称", ""],
    ["交易订单总笔数", String(of("payment").length)],
    ["退款订单总笔数", String(of("refund").length)],
    ["订单金额（元）", yuan(net)],
    ["商家实收（元）", yuan(net)],
    ["支付宝优惠（元）", "0.00"],
    ["商家优惠（元）", "0.00"],
    ["卡消费金额（元）", "0.00"],
    ["服务费（元）", yuan(fees)],
    ["分润（元）", "0.00"],
    ["实收净额（元）", yuan(net + fees)],
  ];
}

/** Line ends and tabs cannot stand in a value; commas and quotes are quoted. */
function written(world: World, values: readonly string[]): string {
  const tab = world.state.faults.alipayBillTabs ? "\t" : "";
  return values
    .map((value) => value.replace(/[\r\n\t]+/g, " "))
    .map((value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .map((value) => `${value}${tab}`)
    .join(",");
}

function table(
  world: World,
  name: string,
  what: { day: string; rows: readonly Cells[]; empty: Cells },
): string {
  const { day, rows, empty } = what;
  const { billBroken, billColumns } = world.state.faults;
  const shown = (cells: Cells): Cells =>
    [...(billColumns === "more" ? ([["新增列", "new, unknown"]] as const) : []), ...cells].filter(
      ([column]) => billBroken !== "column" || column !== "商户订单号",
    );
  return [
    `#支付宝${name}查询`,
    `#账号：[${world.secrets.alipay.sellerId}0156]`,
    `#起始日期：[${day} 00:00:00]   终止日期：[${day} 24:00:00]`,
    `#-----------------------------------------${name}列表----------------------------------------`,
    shown(empty)
      .map(([column]) => column)
      .join(","),
    ...rows.map((cells) =>
      written(
        world,
        shown(cells).map(([, value]) => value),
      ),
    ),
    `#-----------------------------------------${name}列表结束------------------------------------`,
    `#导出时间：[${alipayTime(world.clock.now())}]`,
    "",
  ].join("\r\n");
}

const anyLine: BillLine = {
  kind: "payment",
  outTradeNo: "",
  platformNo: "",
  refundNo: null,
  platformRefundNo: null,
  orderFen: 0,
  amountFen: 0,
  at: 0,
  title: "",
  payer: "",
};

/** The bill in Alipay's form: a zip with the lines and their summary, two CSV files in GBK. */
export async function alipayBillFile(
  world: World,
  day: string,
  lines: readonly BillLine[],
): Promise<Uint8Array> {
  const { billBroken, alipayBillCharset } = world.state.faults;
  const empty = cellsOf(world, anyLine);
  const totals = totalsOf(world, lines);
  const files = [
    ["业务明细", table(world, "业务明细", { day, rows: lines.map((line) => cellsOf(world, line)), empty })],
    ["业务明细(汇总)", table(world, "业务汇总", { day, rows: [totals], empty: totals })],
  ] as const;
  const zip = new ZipWriter(new Uint8ArrayWriter(), { lastModDate: new Date(world.clock.now()) });
  const stem = `${world.secrets.alipay.sellerId}0156_${compactDay(startOf(day))}`;
  for (const [name, text] of files)
    await zip.add(`${stem}_${name}.csv`, new Uint8ArrayReader(iconv.encode(text, alipayBillCharset)));
  const whole = await zip.close();
  return billBroken === "truncated" ? whole.slice(0, whole.length / 2) : whole;
}
