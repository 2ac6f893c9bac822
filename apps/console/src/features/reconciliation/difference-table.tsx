import { Button, Table, type TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { Pill } from "../../ui/pill.tsx";
import { TwoSides } from "./two-sides.tsx";
import type { Difference } from "./use-reconciliation.ts";
import { bookWords, kindWords, stateWords, subjectWords } from "./words.ts";

type Props = {
  differences: readonly Difference[];
  empty: ReactNode;
  onOpen: (one: Difference) => void;
};

export function DifferenceTable({ differences, empty, onOpen }: Props) {
  const say = useSay();
  const columns: TableColumnsType<Difference> = [
    {
      key: "day",
      title: say("日期", "Day"),
      width: 100,
      render: (_, one) => <span className="figures">{one.day}</span>,
    },
    { key: "book", title: say("账", "Books"), width: 96, render: (_, one) => say(bookWords[one.channel]) },
    {
      key: "what",
      title: say("差异", "Difference"),
      width: 196,
      render: (_, one) => (
        <>
          <Pill tone={kindWords[one.kind].tone}>{say(kindWords[one.kind])}</Pill>{" "}
          {say(subjectWords[one.subject])}
        </>
      ),
    },
    {
      key: "number",
      title: say("单号", "Number"),
      width: 132,
      render: (_, one) => <CopyText text={one.number} label={say("单号", "number")} short={10} />,
    },
    { key: "sides", title: say("两边", "Both sides"), render: (_, one) => <TwoSides difference={one} /> },
    {
      key: "state",
      title: say("状态", "State"),
      width: 104,
      render: (_, one) => (
        <Pill tone={stateWords[one.state].tone} dot>
          {say(stateWords[one.state])}
        </Pill>
      ),
    },
    {
      key: "act",
      fixed: "end",
      width: 88,
      align: "end",
      render: (_, one) => (
        <Button size="small" type={one.state === "open" ? "primary" : "default"} onClick={() => onOpen(one)}>
          {one.state === "open" ? say("处理…", "Handle…") : say("查看", "Look")}
        </Button>
      ),
    },
  ];
  return (
    <Table<Difference>
      rowKey="differenceId"
      className="card-table"
      size="middle"
      columns={columns}
      dataSource={differences}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: 900 }}
      locale={{ emptyText: empty }}
    />
  );
}
