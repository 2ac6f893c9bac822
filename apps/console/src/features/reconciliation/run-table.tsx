import { ReloadOutlined } from "@ant-design/icons";
import { Button, Table, type TableColumnsType } from "antd";
import { Link } from "react-router";
import { useAsk } from "../../ui/ask.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText } from "../../ui/time.ts";
import { channelWords } from "../payments/channels.ts";
import { type BillRun, useReconcile } from "./use-reconciliation.ts";
import { problemWords } from "./words.ts";

function RunState({ run, now }: { run: BillRun; now: number }) {
  const say = useSay();
  const problem = problemWords(run);
  if (run.state === "compared")
    return (
      <Pill tone="success" dot>
        {say("已核对", "Compared")}
      </Pill>
    );
  return (
    <>
      <Pill tone={problem ? "warning" : "idle"} dot>
        {problem ? say(problem) : say("等账单", "Waiting")}
      </Pill>
      <span className="faint small run-next">
        {run.tried > 0 && say(`试了 ${run.tried} 次`, `${run.tried} tries`)}{" "}
        {run.nextAt !== null &&
          say(`下次 ${momentText(run.nextAt, now)}`, `next ${momentText(run.nextAt, now)}`)}
      </span>
      {run.detail && <span className="faint small run-next">{run.detail}</span>}
    </>
  );
}

/** One row a day and channel: is the bill read, what is in it, how many differences are open. */
export function RunTable({ runs, now }: { runs: readonly BillRun[]; now: number }) {
  const say = useSay();
  const ask = useAsk();
  const reconcile = useReconcile();
  const again = ({ day, channel }: BillRun) =>
    ask({
      title: say(
        `重新下载 ${day} 的${channelWords[channel].zh}账单？`,
        `Read ${channelWords[channel].en}'s bill of ${day} again?`,
      ),
      effect: say(
        "立刻向平台要 1 天的账单并重新核对；新差异会开案，已经消失的会自动关闭，你结过的案保持不变，除非金额或状态又变了。",
        "It asks the platform for 1 day's bill and compares it at once; new differences are opened, vanished ones close, what you closed stays closed unless its amounts or state change.",
      ),
      okText: say("重新核对", "Compare again"),
      run: async () => {
        const [run] = await reconcile.mutateAsync({ day, channel });
        return run?.state === "compared"
          ? say(`已核对，${run.openCount} 项差异待处理`, `Compared; ${run.openCount} differences are open`)
          : say(
              "平台还没给出可用的账单，稍后自动再试",
              "The platform has no usable bill yet; it is tried again by itself",
            );
      },
    });
  const columns: TableColumnsType<BillRun> = [
    {
      key: "day",
      title: say("日期", "Day"),
      width: 104,
      render: (_, run) => <span className="figures">{run.day}</span>,
    },
    {
      key: "channel",
      title: say("平台", "Platform"),
      width: 96,
      render: (_, run) => say(channelWords[run.channel]),
    },
    { key: "state", title: say("状态", "State"), render: (_, run) => <RunState run={run} now={now} /> },
    {
      key: "payments",
      title: say("付款", "Payments"),
      width: 124,
      align: "end",
      render: (_, run) =>
        run.state === "compared" && (
          <>
            <span className="faint">{run.payments} ·</span> <Money amount={run.paymentsFen} />
          </>
        ),
    },
    {
      key: "refunds",
      title: say("退款", "Refunds"),
      width: 116,
      align: "end",
      render: (_, run) =>
        run.state === "compared" && (
          <>
            <span className="faint">{run.refunds} ·</span> <Money amount={run.refundsFen} />
          </>
        ),
    },
    {
      key: "fees",
      title: say("手续费", "Fees"),
      width: 96,
      align: "end",
      render: (_, run) =>
        run.state === "compared" && (
          <span
            title={run.feesPostedAt === null ? say("还没入账", "not booked yet") : say("已入账", "booked")}
          >
            <Money amount={run.feeFen} />
          </span>
        ),
    },
    {
      key: "open",
      title: say("差异", "Differences"),
      width: 108,
      render: (_, run) => (
        <>
          {run.openCount > 0 ? (
            <Link className="tone-danger-ink" to={`/reconciliation?book=${run.channel}&day=${run.day}`}>
              {say(`${run.openCount} 项待处理`, `${run.openCount} open`)}
            </Link>
          ) : (
            run.state === "compared" && <span className="tone-success-ink">{say("无", "none")}</span>
          )}
          {run.waitingCount > 0 && (
            <span className="faint small run-next">
              {say(`${run.waitingCount} 笔等次日账单`, `${run.waitingCount} wait for the next bill`)}
            </span>
          )}
        </>
      ),
    },
    {
      key: "act",
      fixed: "end",
      width: 122,
      align: "end",
      render: (_, run) => (
        <Button size="small" icon={<ReloadOutlined />} onClick={() => again(run)}>
          {say("重新核对…", "Again…")}
        </Button>
      ),
    },
  ];
  return (
    <Table<BillRun>
      rowKey={(run) => `${run.day} ${run.channel}`}
      className="card-table"
      size="middle"
      columns={columns}
      dataSource={runs}
      pagination={{ pageSize: 30, hideOnSinglePage: true }}
      scroll={{ x: 920 }}
      locale={{
        emptyText: (
          <EmptyState
            drawing="calm"
            title={say(
              "还没有账单；平台每天 10 点后出前一天的",
              "No bills yet; platforms make yesterday's after ten",
            )}
          />
        ),
      }}
    />
  );
}
