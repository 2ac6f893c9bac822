import type { Host } from "@sanqi/kernel";
import { useSay } from "./language.tsx";

const hostNames = {
  weapp: { zh: "微信", en: "WeChat" },
  alipay: { zh: "支付宝", en: "Alipay" },
  dd: { zh: "钉钉", en: "DingTalk" },
} as const;

/** The app in which a person is, with its colour as a small mark. */
export function HostName({ host }: { host: Host }) {
  const say = useSay();
  return (
    <span className="host-name">
      <span className={`host-mark host-${host}`} aria-hidden="true" />
      {say(hostNames[host])}
    </span>
  );
}
