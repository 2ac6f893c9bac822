import { ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { failureOf } from "../rpc/failure.ts";
import { CopyText } from "./copy-text.tsx";
import { Drawing } from "./drawing.tsx";
import { useSay } from "./language.tsx";

/** A failed read in the place of what should stand there: words, the next step, and the trace behind "details". */
export function FailureNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useSay();
  const failure = failureOf(error);
  return (
    <div className="notice" role="alert">
      <Drawing name="unplugged" />
      <p className="notice-title">{say(failure.words)}</p>
      {onRetry && (
        <Button icon={<ReloadOutlined />} onClick={onRetry}>
          {say("再试一次", "Try again")}
        </Button>
      )}
      <FailureDetails error={error} />
    </div>
  );
}

/** Code and trace id of a failure, for whoever has to look it up. */
export function FailureDetails({ error }: { error: unknown }) {
  const say = useSay();
  const failure = failureOf(error);
  return (
    <details className="failure-details">
      <summary>{say("详情", "Details")}</summary>
      <dl>
        <dt>{say("错误码", "Code")}</dt>
        <dd className="mono">{failure.code}</dd>
        {failure.traceId && (
          <>
            <dt>{say("追踪号", "Trace id")}</dt>
            <dd>
              <CopyText text={failure.traceId} label={say("追踪号", "trace id")} />
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}
