import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { Entrance } from "../features/session/entrance.tsx";
import { LoginForm } from "../features/session/login-form.tsx";
import { useMe } from "../features/session/use-session.ts";
import { useClientConfig } from "../rpc/client-config.ts";
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
    <Entrance
      title={say("运营台登录", "Operations console")}
      note={say("首次启动时，密码只在终端显示一次", "The first password is printed once in the terminal")}
    >
      <LoginForm campusId={config.data?.campusId} onDone={() => void navigate(back, { replace: true })} />
      <p className="login-other">
        <Link to="/join">{say("我有邀请码", "I have an invitation code")}</Link>
      </p>
    </Entrance>
  );
}
