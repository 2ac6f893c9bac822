import { CloseOutlined } from "@ant-design/icons";
import { App } from "antd";
import { failureOf } from "../../rpc/failure.ts";
import { useSay } from "../../ui/language.tsx";
import { roleWords } from "./roles.ts";
import { type Grant, type Person, useRevokeRole } from "./use-people.ts";

/** A role with its scope; the cross takes it away, after one question. */
export function RoleChip({ person, grant, own }: { person: Person; grant: Grant; own: boolean }) {
  const say = useSay();
  const { modal, message } = App.useApp();
  const revoke = useRevokeRole();
  const role = say(roleWords[grant.role]);
  const can = say(roleWords[grant.role].can);

  const ask = () =>
    void modal.confirm({
      title: say(
        `收回 ${person.displayName} 的“${role} · ${grant.scopeName}”？`,
        `Take “${role} · ${grant.scopeName}” from ${person.displayName}?`,
      ),
      content: say(
        `此人将立刻不能再：${can}。正在进行的订单不受影响；要恢复须重新发邀请码。`,
        `From now on this person no longer ${can}. Running orders stay as they are; to give the role back, invite again.`,
      ),
      okText: say("收回角色", "Take it away"),
      okButtonProps: { danger: true },
      cancelText: say("返回", "Back"),
      onOk: () =>
        revoke
          .mutateAsync({ accountId: person.accountId, role: grant.role, scopeId: grant.scopeId })
          .then(() => void message.success(say("角色已收回", "The role is taken away")))
          .catch((error: unknown) => void message.error(say(failureOf(error).words))),
    });

  return (
    <span className={`pill role-chip tone-${roleWords[grant.role].tone}`}>
      {role}
      <span className="role-scope">{grant.scopeName}</span>
      {!own && (
        <button
          type="button"
          onClick={ask}
          aria-label={say(`收回${role}（${grant.scopeName}）`, `Revoke ${role} (${grant.scopeName})`)}
        >
          <CloseOutlined />
        </button>
      )}
    </span>
  );
}
