import { Table, type TableColumnsType } from "antd";
import type { ReactNode } from "react";
import { CopyText } from "../../ui/copy-text.tsx";
import { useElementHeight } from "../../ui/element-height.ts";
import { HostName } from "../../ui/host-name.tsx";
import { useSay } from "../../ui/language.tsx";
import { agoText } from "../../ui/time.ts";
import { useSession } from "../session/require-session.tsx";
import { RoleChip } from "./role-chip.tsx";
import type { Person } from "./use-people.ts";

type Props = { people: readonly Person[]; now: number; empty: ReactNode };

export function PeopleTable({ people, now, empty }: Props) {
  const say = useSay();
  const session = useSession();
  const [box, height] = useElementHeight<HTMLDivElement>(520);
  const columns: TableColumnsType<Person> = [
    {
      key: "name",
      title: say("姓名", "Name"),
      width: 190,
      render: (_, person) => (
        <span className="person">
          <span className="avatar" aria-hidden="true">
            {person.displayName.slice(0, 1)}
          </span>
          <strong>{person.displayName}</strong>
          {person.accountId === session.accountId && (
            <span className="faint small">{say("（我）", "(me)")}</span>
          )}
        </span>
      ),
    },
    {
      key: "roles",
      title: say("角色与范围", "Roles and scope"),
      width: 430,
      render: (_, person) =>
        person.roles.length === 0 ? (
          <span className="faint">{say("学生", "Student")}</span>
        ) : (
          <span className="role-chips">
            {person.roles.map((grant) => (
              <RoleChip
                key={`${grant.role}${grant.scopeId}`}
                person={person}
                grant={grant}
                // Nobody locks themselves out by a slip.
                own={person.accountId === session.accountId && grant.role === "operator"}
              />
            ))}
          </span>
        ),
    },
    {
      key: "hosts",
      title: say("绑定", "Linked"),
      width: 220,
      render: (_, person) => (
        <span className="host-names">
          {person.hosts.map((host) => (
            <HostName key={host} host={host} />
          ))}
        </span>
      ),
    },
    {
      key: "seen",
      title: say("最近活动", "Last seen"),
      width: 130,
      render: (_, person) => (
        <span className="soft">
          {person.lastSeenAt === null ? "—" : agoText(person.lastSeenAt, now, say)}
        </span>
      ),
    },
    {
      key: "account",
      title: say("账号", "Account"),
      width: 150,
      render: (_, person) => <CopyText text={person.accountId} label={say("账号", "account id")} short={8} />,
    },
  ];
  return (
    <div ref={box} className="people-table">
      <Table<Person>
        virtual
        rowKey="accountId"
        size="middle"
        columns={columns}
        dataSource={people}
        pagination={false}
        scroll={{ x: 1120, y: height - 40 }}
        locale={{ emptyText: empty }}
      />
    </div>
  );
}
