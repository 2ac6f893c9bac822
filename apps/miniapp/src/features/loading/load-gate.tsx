import type { ReactNode } from "react";
import { ErrorState, Skeleton } from "@/ui";
import { useSay, useWords } from "../i18n";
import { loadingWords } from "./loading-words";
import type { Load } from "./use-load";

type LoadGateProps<T> = { load: Load<T>; skeleton?: ReactNode; children: (data: T) => ReactNode };

/** Skeleton, then the content; words with a way on when it failed. Content that is there stays through a failed reload. */
export function LoadGate<T>({ load, skeleton, children }: LoadGateProps<T>) {
  const say = useSay();
  const t = useWords(loadingWords);
  if (load.data !== null) return <>{children(load.data)}</>;
  if (load.failure && !load.loading) {
    const { words, code, traceId } = load.failure;
    return (
      <ErrorState
        message={say(words)}
        code={code}
        traceId={traceId}
        retryLabel={t("retry")}
        onRetry={() => void load.reload()}
      />
    );
  }
  return <>{skeleton ?? <Skeleton count={3} />}</>;
}
