import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useNow } from "../../ui/clock.ts";
import { useSay } from "../../ui/language.tsx";
import { momentText, spanText } from "../../ui/time.ts";
import type { Role } from "./roles.ts";

/** An operator needs a user name and a password, which only the console asks for; all others work on a phone. */
const whereWords = (role: Role) =>
  role === "operator"
    ? {
        zh: `在运营台登录页“我有邀请码”（${window.location.origin}${import.meta.env.BASE_URL}join）兑换`,
        en: `on the console's log-in page, “I have an invitation code” (${window.location.origin}${import.meta.env.BASE_URL}join)`,
      }
    : { zh: "在小程序“我的 → 输入邀请码”兑换", en: "in the app, Me → Enter an invitation" };

/** The code, this once: the server keeps only its hash. */
export function InvitationCode({ role, code, expiresAt }: { role: Role; code: string; expiresAt: number }) {
  const say = useSay();
  const now = useNow(30_000);
  const where = whereWords(role);
  const [copied, setCopied] = useState(false);
  return (
    <div className="invitation">
      <Alert
        type="warning"
        showIcon
        title={say(
          "只显示这一次，请现在复制并当面或私信交给本人",
          "Shown this once: copy it now and hand it to the person privately",
        )}
      />
      <output className="invitation-code mono">{code}</output>
      <Button
        type="primary"
        size="large"
        icon={copied ? <CheckOutlined /> : <CopyOutlined />}
        onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
      >
        {copied ? say("已复制", "Copied") : say("复制邀请码", "Copy the code")}
      </Button>
      <p className="soft small">
        {say(
          `一人一次有效，${momentText(expiresAt, now)} 前（还有 ${spanText(expiresAt - now, say)}）${where.zh}。`,
          `Good for one person, once, until ${momentText(expiresAt, now)} (${spanText(expiresAt - now, say)} left): ${where.en}.`,
        )}
      </p>
    </div>
  );
}
