import { PlusOutlined } from "@ant-design/icons";
import { Button, Table, type TableColumnsType } from "antd";
import { useState } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { useName, useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { channelWords } from "../payments/channels.ts";
import { useShops } from "../shops/use-shops.ts";
import { ReceiverDialog } from "./receiver-dialog.tsx";
import { accountKindWords, partyWords } from "./receiver-words.ts";
import { StuckShares } from "./stuck-shares.tsx";
import { type Receiver, useReceivers } from "./use-ledger.ts";

/** Who receives a part of a shop's orders straight from the payment platform. */
export function ReceiversTab() {
  const say = useSay();
  const name = useName();
  const { data, error, refetch } = useReceivers();
  const shops = useShops();
  const [editing, setEditing] = useState<Receiver | "new" | null>(null);
  const columns: TableColumnsType<Receiver> = [
    {
      key: "shop",
      title: say("店铺", "Shop"),
      render: (_, { shopId }) => {
        const shop = shops.data?.find((one) => one.shopId === shopId);
        return shop ? name(shop) : shopId;
      },
    },
    {
      key: "party",
      title: say("谁的份", "Whose part"),
      width: 100,
      render: (_, one) => say(partyWords[one.party]),
    },
    {
      key: "channel",
      title: say("平台", "Platform"),
      width: 120,
      render: (_, one) => say(channelWords[one.channel]),
    },
    {
      key: "account",
      title: say("账户", "Account"),
      render: (_, one) => (
        <>
          <span className="mono">{one.account}</span>{" "}
          <span className="faint small">{say(accountKindWords[one.kind])}</span>
        </>
      ),
    },
    { key: "name", title: say("户名", "Name"), width: 120, dataIndex: "maskedName" },
    {
      key: "active",
      title: say("状态", "State"),
      width: 100,
      render: (_, one) =>
        one.active ? (
          <Pill tone="success" dot>
            {say("启用", "Active")}
          </Pill>
        ) : (
          <Pill tone="idle">{say("停用", "Off")}</Pill>
        ),
    },
    {
      key: "act",
      fixed: "end",
      width: 96,
      align: "end",
      render: (_, one) => (
        <Button size="small" onClick={() => setEditing(one)}>
          {say("修改…", "Change…")}
        </Button>
      ),
    },
  ];
  return (
    <>
      <StuckShares />
      <div className="filter-row">
        <span className="soft">
          {say(
            "订单完成后由支付平台直接分给这些账户；没有列出的店走发薪",
            "The platform hands their part to these accounts once an order is done; other shops are paid out",
          )}
        </span>
        <span className="filter-acts">
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing("new")}>
            {say("添加收款账户", "Add a receiver")}
          </Button>
        </span>
      </div>
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Table<Receiver>
          rowKey={(one) => `${one.shopId} ${one.channel} ${one.party}`}
          className="card-table"
          size="middle"
          columns={columns}
          dataSource={data}
          pagination={false}
          scroll={{ x: 860 }}
          locale={{
            emptyText: (
              <EmptyState
                drawing="calm"
                title={say("没有分账账户，全部走发薪", "No receivers; everybody is paid out")}
              />
            ),
          }}
        />
      ) : (
        <TableSkeleton />
      )}
      {editing && (
        <ReceiverDialog receiver={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}
