import { Alert } from "antd";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { LoginArt } from "../features/session/login-art.tsx";
import { LoginForm } from "../features/session/login-form.tsx";
import { useMe } from "../features/session/use-session.ts";
import { DeskSwitches } from "../features/shell/desk-switches.tsx";
import { useClientConfig } from "../rpc/client-config.ts";
import { FailureDetails } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";

/** Only paths of the console itself: an address is no place to send people elsewhere. */
const safeReturn = (from: string | null) => (from && /^\/(?!\/)/.test(from) ? from : "/");

export function LoginPage() {
  const say = useSay();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const config = useClientConfig();
  const me = useMe();
  const back = safeReturn(address.get("from"));
  if (me.data) return <Navigate to={back} replace />;
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
          <h1>{say("运营台登录", "Operations console")}</h1>
          <p className="page-note">
            {say("首次启动时，密码只在终端显示一次", "The first password is printed once in the terminal")}
          </p>
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
          <LoginForm campusId={config.data?.campusId} onDone={() => void navigate(back, { replace: true })} />
        </div>
        <DeskSwitches />
      </section>
    </main>
  );
}
