import { Skeleton } from "antd";
import { createContext, type ReactNode, useContext } from "react";
import { Navigate, useLocation } from "react-router";
import { isSignedOut } from "../../rpc/failure.ts";
import { FailureNotice } from "../../ui/failure-notice.tsx";
import { type Session, useMe } from "./use-session.ts";

const SessionContext = createContext<Session | null>(null);

/** Shows its children to operators only; everybody else goes to the log-in and comes back here afterwards. */
export function RequireSession({ children }: { children: ReactNode }) {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.isError && isSignedOut(me.error)) {
    return <Navigate to={`/login?from=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (me.isError) return <FailureNotice error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) {
    return (
      <main className="page" aria-busy="true">
        <Skeleton active paragraph={{ rows: 8 }} />
      </main>
    );
  }
  return <SessionContext.Provider value={me.data.session}>{children}</SessionContext.Provider>;
}

/** The session inside RequireSession; using it elsewhere is a bug. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession needs RequireSession around it");
  return session;
}
