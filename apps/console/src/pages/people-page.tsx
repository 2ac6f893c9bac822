import { SearchOutlined, UserAddOutlined } from "@ant-design/icons";
import { Button, Input, Segmented } from "antd";
import { useDeferredValue, useState } from "react";
import { useSearchParams } from "react-router";
import { InviteDialog } from "../features/people/invite-dialog.tsx";
import { PeopleTable } from "../features/people/people-table.tsx";
import { type Role, roleNames, roleWords } from "../features/people/roles.ts";
import { peopleLimit, usePeople } from "../features/people/use-people.ts";
import { useNow } from "../ui/clock.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { TableSkeleton } from "../ui/table-skeleton.tsx";
import "../styles/people.css";

export function PeoplePage() {
  const say = useSay();
  const now = useNow(30_000);
  const [address, setAddress] = useSearchParams();
  const [inviting, setInviting] = useState(false);
  const text = address.get("q")?.slice(0, 40) ?? "";
  const role: Role | null = roleNames.find((name) => name === address.get("role")) ?? null;
  const { data, error, refetch } = usePeople(useDeferredValue(text), role);

  const change = (key: "q" | "role", value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );

  return (
    <div className="page page-fill">
      <PageHead
        title={say("人员", "People")}
        note={
          data &&
          (data.length >= peopleLimit
            ? say(`只列前 ${peopleLimit} 人，请搜索`, `The first ${peopleLimit}; search for others`)
            : say(`${data.length} 人`, `${data.length} people`))
        }
      >
        <Button type="primary" icon={<UserAddOutlined />} onClick={() => setInviting(true)}>
          {say("邀请员工", "Invite staff")}
        </Button>
      </PageHead>
      <div className="filter-row">
        <Segmented<Role | "">
          value={role ?? ""}
          onChange={(next) => change("role", next)}
          aria-label={say("角色", "Role")}
          options={[
            { value: "", label: say("全部", "All") },
            ...roleNames.map((name) => ({ value: name, label: say(roleWords[name]) })),
          ]}
        />
        <Input
          className="order-search"
          allowClear
          maxLength={40}
          prefix={<SearchOutlined />}
          placeholder={say("姓名或账号", "Name or account")}
          aria-label={say("搜索人员", "Search people")}
          value={text}
          onChange={(event) => change("q", event.target.value)}
        />
      </div>
      {error && !data ? (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <PeopleTable
          people={data}
          now={now}
          empty={<EmptyState drawing="search" title={say("没有找到这样的人", "Nobody matches")} />}
        />
      ) : (
        <TableSkeleton />
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  );
}
