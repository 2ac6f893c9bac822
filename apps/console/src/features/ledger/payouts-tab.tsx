import { addFen } from "@sanqi/kernel";
import { Button, Space, Table, type TableColumnsType } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { rpc } from "../../rpc/client.ts";
import { useAsk } from "../../ui/ask.ts";
import { Chips } from "../../ui/chips.tsx";
import { useNow } from "../../ui/clock.ts";
import { DownloadButton } from "../../ui/download-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { Money } from "../../ui/money.tsx";
import { Pill } from "../../ui/pill.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { momentText } from "../../ui/time.ts";
import { commandsOf, commandWords, type PayoutCommand } from "./payout-commands.ts";
import { PayoutDialog } from "./payout-dialog.tsx";
import { periodText } from "./periods.ts";
import { type Payout, type PayoutState, usePayouts, usePreparePayouts } from "./use-ledger.ts";
import { payoutStateNames, payoutStates } from "./words.ts";

/** Pay-outs by state; what the bank has done is told here by hand. */
export function PayoutsTab() {
  const say = useSay();
  const now = useNow(30_000);
  const ask = useAsk();
  const [address, setAddress] = useSearchParams();
  const state = payoutStateNames.find((name) => name === address.get("state")) ?? null;
  const { data, error, refetch } = usePayouts(state);
  const prepare = usePreparePayouts();
  const [doing, setDoing] = useState<{ payout: Payout; command: PayoutCommand } | null>(null);

  const askPrepare = () =>
    ask({
      title: say("准备上一期的发薪？", "Prepare the pay-outs of the last period?"),
      effect: say(
        "给上一个完整周期里达到起付额的每家店、每位骑手各准备一笔，金额从应付余额里划出。已有本期发薪的不会重复；还没有付钱，付钱在银行里做。",
        "Every shop and rider above the minimum gets one pay-out of the last whole period, set apart from what is owed. Nobody gets two; no money moves until you pay at the bank.",
      ),
      okText: say("准备发薪", "Prepare"),
      run: () =>
        prepare
          .mutateAsync(undefined)
          .then(({ period, prepared }) =>
            prepared > 0
              ? say(
                  `${periodText(period)}：准备了 ${prepared} 笔`,
                  `${periodText(period)}: ${prepared} prepared`,
                )
              : say(`${periodText(period)}：没有新的发薪`, `${periodText(period)}: nothing new`),
          ),
    });

  const columns: TableColumnsType<Payout> = [
    {
      key: "name",
      title: say("收款方", "Payee"),
      render: (_, payout) => (
        <Link className="link" to={`/money/statement?payee=${payout.payee}`}>
          {payout.name}
        </Link>
      ),
    },
    {
      key: "period",
      title: say("周期", "Period"),
      width: 124,
      render: (_, one) => <span className="figures">{periodText(one.period)}</span>,
    },
    {
      key: "amount",
      title: say("金额", "Amount"),
      width: 100,
      align: "end",
      render: (_, payout) => <Money amount={payout.amountFen} strong />,
    },
    {
      key: "state",
      title: say("状态", "State"),
      width: 124,
      render: (_, payout) => (
        <Pill tone={payoutStates[payout.state].tone} dot>
          {say(payoutStates[payout.state])}
        </Pill>
      ),
    },
    {
      key: "changed",
      title: say("最近变动", "Changed"),
      width: 150,
      render: (_, payout) => (
        <span className="soft small">
          {momentText(payout.changedAt, now)}
          {payout.attempt > 1 && say(` · 第 ${payout.attempt} 次`, ` · try ${payout.attempt}`)}
          {payout.note && <span className="payout-note">{payout.note}</span>}
        </span>
      ),
    },
    {
      key: "act",
      fixed: "end",
      width: 244,
      align: "end",
      render: (_, payout) => (
        <Space size={6}>
          {commandsOf[payout.state].map((command) => (
            <Button
              key={command}
              size="small"
              danger={commandWords[command].danger}
              onClick={() => setDoing({ payout, command })}
            >
              {say(commandWords[command])}…
            </Button>
          ))}
        </Space>
      ),
    },
  ];

  return (
    <>
      <div className="filter-row">
        <Chips<PayoutState>
          label={say("按状态筛选", "Filter by state")}
          chips={payoutStateNames.map((value) => ({ value, ...payoutStates[value] }))}
          chosen={state}
          onChoose={(next) => setAddress(next ? { state: next } : {}, { replace: true })}
        />
        {data && data.length > 0 && (
          <span className="soft">
            {say(`${data.length} 笔`, `${data.length}`)} ·{" "}
            <Money amount={addFen(...data.map((payout) => payout.amountFen))} />
          </span>
        )}
        <span className="filter-acts">
          <DownloadButton load={() => rpc.console.payoutsFile.query()} />
          <Button type="primary" loading={prepare.isPending} onClick={askPrepare}>
            {say("准备发薪…", "Prepare…")}
          </Button>
        </span>
      </div>
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Table<Payout>
          rowKey="payoutId"
          className="card-table"
          size="middle"
          columns={columns}
          dataSource={data}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          scroll={{ x: 900 }}
          locale={{
            emptyText: (
              <EmptyState
                drawing="calm"
                title={
                  state
                    ? say("没有这个状态的发薪", "No pay-out is in this state")
                    : say("还没有发薪", "No pay-outs yet")
                }
              />
            ),
          }}
        />
      ) : (
        <TableSkeleton />
      )}
      {doing && <PayoutDialog {...doing} onClose={() => setDoing(null)} />}
    </>
  );
}
