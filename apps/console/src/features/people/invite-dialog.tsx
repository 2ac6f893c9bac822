import { Alert, Button, Form, Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { failureOf } from "../../rpc/failure.ts";
import { FailureDetails } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { useSession } from "../session/require-session.tsx";
import { useShops } from "../shops/use-shops.ts";
import { InvitationCode } from "./invitation-code.tsx";
import { type Role, roleNames, roleWords } from "./roles.ts";
import { useDepartments, useInvite } from "./use-people.ts";

/** Makes a single-use code for one role in one scope. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const session = useSession();
  const invite = useInvite();
  const [role, setRole] = useState<Role>("merchant");
  const [scopeId, setScopeId] = useState<string | null>(null);
  const [name, setName] = useState("");
  const { scopeKind, can } = roleWords[role];
  const shops = useShops();
  const departments = useDepartments(scopeKind === "department");

  const scopes =
    scopeKind === "shop"
      ? (shops.data ?? []).map((shop) => ({ value: shop.shopId as string, label: shop.name }))
      : (departments.data ?? []).map((d) => ({ value: d.departmentId as string, label: d.name }));
  const chosen = scopeKind === "campus" ? session.campusId : scopeId;
  const choose = (next: Role) => {
    setRole(next);
    setScopeId(null);
    invite.reset();
  };

  const submit = () => {
    const displayName = name.trim();
    if (chosen) invite.mutate({ role, scopeKind, scopeId: chosen, ...(displayName && { displayName }) });
  };

  return (
    <Modal
      open
      title={say("邀请员工", "Invite staff")}
      onCancel={onClose}
      mask={{ closable: !invite.data }}
      footer={
        invite.data ? (
          <Button type="primary" onClick={onClose}>
            {say("我已保存，关闭", "I kept it, close")}
          </Button>
        ) : (
          <Button type="primary" disabled={!chosen} loading={invite.isPending} onClick={submit}>
            {say("生成邀请码", "Make the code")}
          </Button>
        )
      }
    >
      {invite.data ? (
        <InvitationCode role={role} code={invite.data.code} expiresAt={invite.data.expiresAt} />
      ) : (
        <Form layout="vertical">
          <Form.Item label={say("角色", "Role")}>
            <Segmented<Role>
              block
              value={role}
              onChange={choose}
              options={roleNames.map((name) => ({ value: name, label: say(roleWords[name]) }))}
            />
          </Form.Item>
          {scopeKind !== "campus" && (
            <Form.Item label={scopeKind === "shop" ? say("店铺", "Shop") : say("院系", "Department")}>
              <Select
                showSearch={{ optionFilterProp: "label" }}
                value={scopeId}
                onChange={setScopeId}
                options={scopes}
                loading={shops.isPending || departments.isFetching}
                placeholder={say("请选择", "Choose")}
                aria-label={say("范围", "Scope")}
              />
            </Form.Item>
          )}
          <Form.Item label={say("称呼（可不填）", "Name (optional)")} htmlFor="invite-name">
            <Input
              id="invite-name"
              maxLength={20}
              value={name}
              placeholder={say("例如 何阿姨", "for example Ms He")}
              onChange={(event) => setName(event.target.value)}
            />
          </Form.Item>
          {role === "operator" && (
            <p className="soft">
              {say(
                "运营的邀请码在电脑上兑换：打开运营台登录页，点“我有邀请码”，自己设用户名和密码。",
                "An operator redeems the code on a computer: on this console's log-in page, “I have an invitation code”, with a user name and password of their own.",
              )}
            </p>
          )}
          <p className="soft">{say(`兑换后此人可以：${say(can)}。`, `Whoever redeems it ${say(can)}.`)}</p>
          {invite.isError && (
            <Alert
              type="error"
              showIcon
              title={say(failureOf(invite.error).words)}
              description={<FailureDetails error={invite.error} />}
            />
          )}
        </Form>
      )}
    </Modal>
  );
}
