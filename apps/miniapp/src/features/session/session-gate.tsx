import { type ReactNode, useEffect } from "react";
import { ErrorState, Skeleton } from "@/ui";
import { useSay, useWords } from "../i18n";
import { loadingWords } from "../loading/loading-words";
import { useSession } from "./session-store";

/** Shows its children once somebody is logged in; before that a skeleton, and words when it cannot be. */
export function SessionGate({ children, skeleton }: { children: ReactNode; skeleton?: ReactNode }) {
  const { status, failure, start } = useSession();
  const say = useSay();
  const t = useWords(loadingWords);
  useEffect(() => {
    void start();
  }, [start]);
  if (status === "ready") return <>{children}</>;
  if (status === "failed" && failure)
    return (
      <ErrorState
        message={say(failure.words)}
        code={failure.code}
        traceId={failure.traceId}
        retryLabel={t("retry")}
        onRetry={() => void start()}
      />
    );
  return <>{skeleton ?? <Skeleton count={4} />}</>;
}
