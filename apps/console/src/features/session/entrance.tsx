import { Alert } from "antd";
import type { ReactNode } from "react";
import { useClientConfig } from "../../rpc/client-config.ts";
import { FailureDetails } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { DeskSwitches } from "../shell/desk-switches.tsx";
import { LoginArt } from "./login-art.tsx";

/** The page in front of the console: the campus on one side, a form on the other. */
export function Entrance({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  const say = useSay();
  const config = useClientConfig();
  return (
    <main className="login">
      <section className="login-side" aria-hidden="true">
        <div>
          <p className="login-motto">三栖 Sanqi</p>
          <p className="login-sub">{say("一顿午饭，从下单到送达", "One lunch, from order to door")}</p>
        </div>
        <LoginArt />
      </section>
      <section className="login-panel">
        <div className="login-card">
          <p className="login-campus">{config.data?.campusName ?? " "}</p>
          <h1>{title}</h1>
          <p className="page-note">{note}</p>
          {config.isError && (
            <Alert
              type="error"
              showIcon
              title={say(
                "读不到校区配置，暂时无法登录",
                "The campus settings cannot be read; log-in is not possible yet",
              )}
              description={<FailureDetails error={config.error} />}
            />
          )}
          {children}
        </div>
        <DeskSwitches />
      </section>
    </main>
  );
}
