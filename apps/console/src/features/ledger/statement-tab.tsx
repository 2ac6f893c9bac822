import { Select, Skeleton } from "antd";
import { useSearchParams } from "react-router";
import { rpc } from "../../rpc/client.ts";
import { useNow } from "../../ui/clock.ts";
import { DownloadButton } from "../../ui/download-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { DaysPicker } from "./days-picker.tsx";
import { payeeOf } from "./payees.ts";
import { type Days, daysProblem, readDays } from "./periods.ts";
import { StatementTable } from "./statement-table.tsx";
import { useBooks, useStatement } from "./use-ledger.ts";

/** What a shop or a rider earned and was paid in a period; who and when stand in the address. */
export function StatementTab() {
  const say = useSay();
  const now = useNow(60_000);
  const [address, setAddress] = useSearchParams();
  const books = useBooks();
  const account = address.get("payee") ?? "";
  const days = readDays(address, now);
  const payee = payeeOf(account);
  const wanted = payee && daysProblem(days) === null ? { payee, ...days } : null;
  const statement = useStatement(wanted);
  const change = (some: Partial<Days & { payee: string }>) =>
    setAddress({ ...(account && { payee: account }), ...days, ...some }, { replace: true });
  const of = (kind: string) =>
    (books.data?.payees ?? [])
      .filter((one) => one.account.startsWith(kind))
      .map((one) => ({ value: one.account as string, label: one.name }));

  return (
    <>
      <div className="filter-row">
        <Select
          className="payee-filter"
          showSearch={{ optionFilterProp: "label" }}
          loading={books.isPending}
          placeholder={say("选商家或骑手", "Choose a shop or a rider")}
          aria-label={say("收款方", "Payee")}
          value={account || null}
          onChange={(next: string) => change({ payee: next })}
          options={[
            { label: say("商家", "Shops"), options: of("merchant:") },
            { label: say("骑手", "Riders"), options: of("rider:") },
          ]}
        />
        <DaysPicker days={days} now={now} onChange={change} />
        {wanted && <DownloadButton load={() => rpc.console.statementFile.query(wanted)} />}
      </div>
      {!wanted ? (
        <EmptyState
          drawing="search"
          title={say(
            "选一家店或一位骑手，看这段时间的对账单",
            "Choose a shop or a rider to see its statement",
          )}
        />
      ) : statement.error && !statement.data ? (
        <FailureNotice error={statement.error} onRetry={() => void statement.refetch()} />
      ) : statement.data ? (
        <StatementTable statement={statement.data} now={now} />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </>
  );
}
