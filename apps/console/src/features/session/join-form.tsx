import { LockOutlined, MailOutlined, UserOutlined } from "@ant-design/icons";
import type { CampusId } from "@sanqi/kernel";
import { Alert, Button, Form, Input } from "antd";
import { useEffect, useRef } from "react";
import { failureOf } from "../../rpc/failure.ts";
import { useNow } from "../../ui/clock.ts";
import { FailureDetails } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { isCode, isLongEnough, isUsername, readCode } from "./join-fields.ts";
import { joinPauseWords } from "./lock-out.ts";
import { useJoin } from "./use-session.ts";

type Fields = { code: string; username: string; password: string; again: string };

/** A rule of the form that holds where `fits` says so; an empty field passes, `required` speaks of it. */
const rule = (fits: (typed: string) => boolean, message: string) => ({
  validator: (_: unknown, typed?: string) =>
    !typed || fits(typed) ? Promise.resolve() : Promise.reject(new Error(message)),
});

/** An invited operator chooses user name and password; success opens the session. */
export function JoinForm({ campusId, onDone }: { campusId: CampusId | undefined; onDone: () => void }) {
  const say = useSay();
  const join = useJoin();
  const now = useNow(1000);
  const alert = useRef<HTMLDivElement>(null);
  const failure = join.isError ? failureOf(join.error) : null;
  const paused = joinPauseWords(failure?.retryAt ?? null, now);

  useEffect(() => {
    if (join.isError) alert.current?.focus();
  }, [join.isError]);

  const submit = ({ code, username, password }: Fields) => {
    if (!campusId) return;
    const input = { campusId, code: readCode(code), username: username.trim(), password };
    join.mutate(input, { onSuccess: onDone });
  };

  return (
    <Form<Fields>
      layout="vertical"
      size="large"
      requiredMark={false}
      disabled={join.isPending}
      validateTrigger="onBlur"
      onFinish={submit}
    >
      {failure && (
        <div ref={alert} tabIndex={-1} className="login-alert">
          <Alert
            type={paused ? "warning" : "error"}
            showIcon
            title={say(paused ?? failure.words)}
            description={<FailureDetails error={join.error} />}
          />
        </div>
      )}
      <Form.Item
        name="code"
        label={say("邀请码", "Invitation code")}
        rules={[
          { required: true, message: say("请输入邀请码", "Enter the invitation code") },
          rule(isCode, say("邀请码是 10 位字母和数字，请核对", "A code has 10 letters and digits; check it")),
        ]}
      >
        <Input prefix={<MailOutlined />} autoComplete="off" autoFocus maxLength={40} />
      </Form.Item>
      <Form.Item
        name="username"
        label={say("用户名", "User name")}
        extra={say("以后用它登录，不分大小写", "You log in with it; case does not matter")}
        rules={[
          { required: true, message: say("请输入用户名", "Enter a user name") },
          rule(isUsername, say("只能用文字、数字和 . _ @ -", "Only letters, digits and . _ @ -")),
        ]}
      >
        <Input prefix={<UserOutlined />} autoComplete="username" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="password"
        label={say("密码", "Password")}
        extra={say("至少 10 个字符，不能与用户名相同", "At least 10 characters, not the user name")}
        rules={[
          { required: true, message: say("请输入密码", "Enter a password") },
          rule(isLongEnough, say("密码至少 10 个字符", "The password needs at least 10 characters")),
        ]}
      >
        <Input.Password prefix={<LockOutlined />} autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={say("再输一次密码", "Password again")}
        dependencies={["password"]}
        rules={[
          { required: true, message: say("请再输一次密码", "Enter the password again") },
          ({ getFieldValue }) =>
            rule(
              (typed) => typed === getFieldValue("password"),
              say("两次输入的密码不一致", "The two passwords differ"),
            ),
        ]}
      >
        <Input.Password prefix={<LockOutlined />} autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={join.isPending}
        disabled={!campusId || paused !== null}
      >
        {say("加入运营台", "Join the console")}
      </Button>
    </Form>
  );
}
