import { Link, Navigate, useNavigate } from "react-router";
import { Entrance } from "../features/session/entrance.tsx";
import { JoinForm } from "../features/session/join-form.tsx";
import { useMe } from "../features/session/use-session.ts";
import { useClientConfig } from "../rpc/client-config.ts";
import { useSay } from "../ui/language.tsx";

/** Where the invitation of an operator leads. */
export function JoinPage() {
  const say = useSay();
  const navigate = useNavigate();
  const config = useClientConfig();
  const me = useMe();
  if (me.data) return <Navigate to="/" replace />;
  return (
    <Entrance
      title={say("凭邀请码加入", "Join with an invitation")}
      note={say(
        "只限运营的邀请码；商家、骑手和辅导员请在小程序里兑换",
        "For operators; merchants, riders and counselors redeem theirs in the app",
      )}
    >
      <JoinForm campusId={config.data?.campusId} onDone={() => void navigate("/", { replace: true })} />
      <p className="login-other">
        <Link to="/login">{say("已有账号，去登录", "I have an account: log in")}</Link>
      </p>
    </Entrance>
  );
}
