import { LockOutlined, UserOutlined } from "@ant-design/icons";
import type { CampusId } from "@sanqi/kernel";
import { Alert, Button, Form, Input } from "antd";
import { useEffect, useRef } from "react";
import { failureOf } from "../../rpc/failure.ts";
import { useNow } from "../../ui/clock.ts";
import { FailureDetails } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { lockOutWords } from "./lock-out.ts";
import { useLogin } from "./use-session.ts";

type Fields = { username: string; password: string };

export function LoginForm({ campusId, onDone }: { campusId: CampusId | undefined; onDone: () => void }) {
  const say = useSay();
  const login = useLogin();
  const now = useNow(1000);
  const alert = useRef<HTMLDivElement>(null);
  const failure = login.isError ? failureOf(login.error) : null;
  const locked = lockOutWords(failure?.retryAt ?? null, now);

  useEffect(() => {
    if (login.isError) alert.current?.focus();
  }, [login.isError]);

  return (
    <Form<Fields>
      layout="vertical"
      size="large"
      requiredMark={false}
      disabled={login.isPending}
      onFinish={(fields) => campusId && login.mutate({ campusId, ...fields }, { onSuccess: onDone })}
    >
      {failure && (
        <div ref={alert} tabIndex={-1} className="login-alert">
          <Alert
            type={locked ? "warning" : "error"}
            showIcon
            title={locked ? say(locked) : say(failure.words)}
            description={<FailureDetails error={login.error} />}
          />
        </div>
      )}
      <Form.Item
        name="username"
        label={say("用户名", "User name")}
        rules={[{ required: true, message: say("请输入用户名", "Enter your user name") }]}
      >
        <Input prefix={<UserOutlined />} autoComplete="username" autoFocus maxLength={64} />
      </Form.Item>
      <Form.Item
        name="password"
        label={say("密码", "Password")}
        rules={[{ required: true, message: say("请输入密码", "Enter your password") }]}
      >
        <Input.Password prefix={<LockOutlined />} autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={login.isPending}
        disabled={!campusId || locked !== null}
      >
        {say("登录", "Log in")}
      </Button>
    </Form>
  );
}
