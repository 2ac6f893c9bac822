import { ReloadOutlined } from "@ant-design/icons";
import { isId } from "@sanqi/kernel";
import { Button, Drawer } from "antd";
import { Link } from "react-router";
import { CopyText } from "../../ui/copy-text.tsx";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Pill } from "../../ui/pill.tsx";
import { SagaDeliveries, SagaSteps } from "./saga-steps.tsx";
import { sagaStates } from "./saga-words.ts";
import { useSaga } from "./use-operations.ts";
import { useRetry } from "./use-retry.ts";

/** One saga: where it stands, what undoes each step, who handled what was told of it. */
export function SagaDrawer({ sagaId, onClose }: { sagaId: string; onClose: () => void }) {
  const say = useSay();
  const query = useSaga(sagaId);
  const retry = useRetry();
  const saga = query.data?.saga;
  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={
        saga ? (
          <span className="drawer-title">
            {saga.label ?? ""} {say(saga.title)}
            <Pill tone={sagaStates[saga.state].tone} dot>
              {say(sagaStates[saga.state])}
            </Pill>
          </span>
        ) : (
          say("多步流程", "Saga")
        )
      }
    >
      <Loaded query={query}>
        {(detail) => (
          <div className="stack">
            <p className="parked-links">
              {isId("order", detail.saga.subject) && (
                <Link className="link" to={`/orders/${detail.saga.subject}`}>
                  {say("打开订单", "Open the order")}
                </Link>
              )}
              <span className="faint small">{say("追踪号", "Trace")}</span>
              <CopyText text={detail.saga.traceId} label={say("追踪号", "trace id")} short={12} />
            </p>
            {detail.saga.refusal && <pre className="parked-error">{detail.saga.refusal}</pre>}
            {detail.saga.toDo && (
              <p className="todo">
                <b>{say("你可以", "You can")}</b> {say(detail.saga.toDo)}
              </p>
            )}
            {detail.saga.state !== "done" && (
              <Button
                className="alone"
                icon={<ReloadOutlined />}
                loading={retry.pending}
                onClick={() => retry.ask(detail.saga)}
              >
                {say("立即重试这一步…", "Retry this step now…")}
              </Button>
            )}
            <section>
              <h2>{say("步骤", "Steps")}</h2>
              <SagaSteps steps={detail.steps} />
            </section>
            <section>
              <h2>{say("谁处理了这些消息", "Who handled what was told")}</h2>
              <SagaDeliveries deliveries={detail.deliveries} />
            </section>
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}
