import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { FailureNotice } from "./failure-notice.tsx";
import { useSay } from "./language.tsx";
import { preciseText } from "./time.ts";

type Query<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly dataUpdatedAt: number;
  refetch(): unknown;
};

/** What was read, or that it is being read, or why it was not; what was read before stays in sight while reading fails. */
export function Loaded<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  const say = useSay();
  const { data, error } = query;
  if (data === undefined)
    return error ? (
      <FailureNotice error={error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 6 }} />
    );
  const at = preciseText(query.dataUpdatedAt);
  return (
    <>
      {Boolean(error) && (
        <p className="stale" role="status">
          {say(`读取失败，下面是 ${at} 的情形，会继续重试`, `Reading fails; this is how it stood at ${at}`)}
        </p>
      )}
      {children(data)}
    </>
  );
}
