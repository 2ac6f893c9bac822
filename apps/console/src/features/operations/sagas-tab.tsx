import { ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useSearchParams } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Pill } from "../../ui/pill.tsx";
import { agoText, momentText } from "../../ui/time.ts";
import { SagaDrawer } from "./saga-drawer.tsx";
import { sagaStates } from "./saga-words.ts";
import { type Saga, useSagas } from "./use-operations.ts";
import { useRetry } from "./use-retry.ts";

/** Work with money in several steps: what is stuck, what runs, what ended within a day. */
export function SagasTab({ now }: { now: number }) {
  const say = useSay();
  const [address, setAddress] = useSearchParams();
  const opened = address.get("saga");
  const open = (sagaId: string | null) => setAddress(sagaId ? { saga: sagaId } : {}, { replace: true });
  return (
    <>
      <Loaded query={useSagas()}>
        {({ stuck, running, ended }) => (
          <div className="stack">
            <Part
              title={say(`卡住 ${stuck.length}`, `${stuck.length} stuck`)}
              sagas={stuck}
              {...{ now, open }}
            >
              <EmptyState
                drawing="calm"
                title={say("没有卡住的退款或关单", "No refund or closing is stuck")}
              />
            </Part>
            <Part
              title={say(`进行中 ${running.length}`, `${running.length} running`)}
              sagas={running}
              {...{ now, open }}
            >
              <p className="soft">{say("没有进行中的", "None runs")}</p>
            </Part>
            <Part
              title={say(`一天内完成 ${ended.length}`, `${ended.length} ended within a day`)}
              sagas={ended}
              {...{ now, open }}
            >
              <p className="soft">{say("一天内没有完成的", "None ended within a day")}</p>
            </Part>
          </div>
        )}
      </Loaded>
      {opened && <SagaDrawer key={opened} sagaId={opened} onClose={() => open(null)} />}
    </>
  );
}

type PartProps = {
  title: string;
  sagas: readonly Saga[];
  now: number;
  open: (sagaId: string) => void;
  /** Shown where there are none. */
  children: React.ReactNode;
};

function Part({ title, sagas, now, open, children }: PartProps) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {sagas.length === 0 ? (
        children
      ) : (
        <ul className="rows">
          {sagas.map((saga) => (
            <Row key={saga.sagaId} saga={saga} now={now} onOpen={() => open(saga.sagaId)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ saga, now, onOpen }: { saga: Saga; now: number; onOpen: () => void }) {
  const say = useSay();
  const retry = useRetry();
  const began = say(`${momentText(saga.startedAt, now)} 开始`, `begun ${momentText(saga.startedAt, now)}`);
  return (
    <li className="row">
      <div className="row-head">
        <button type="button" className="row-open" onClick={onOpen}>
          {saga.label ?? "…"} · {say(saga.title)}
        </button>
        <Pill tone={sagaStates[saga.state].tone} dot>
          {say(sagaStates[saga.state])}
        </Pill>
        {saga.state === "stuck" && (
          <Button
            size="small"
            icon={<ReloadOutlined />}
            loading={retry.pending}
            onClick={() => retry.ask(saga)}
          >
            {say("重试…", "Retry…")}
          </Button>
        )}
      </div>
      <p className="small soft">
        {saga.step && `${say(`等：${saga.step.title.zh}`, `waits for: ${saga.step.title.en}`)} · `}
        {saga.attempt > 1 && `${say(`第 ${saga.attempt} 次`, `try ${saga.attempt}`)} · `}
        {began} ·{" "}
        {saga.endedAt === null
          ? say(`最近消息 ${agoText(saga.sinceAt, now, say)}`, `last news ${agoText(saga.sinceAt, now, say)}`)
          : say(`${momentText(saga.endedAt, now)} 完成`, `done ${momentText(saga.endedAt, now)}`)}
      </p>
      {saga.refusal && <pre className="parked-error">{saga.refusal}</pre>}
      {saga.toDo && (
        <p className="todo">
          <b>{say("你可以", "You can")}</b> {say(saga.toDo)}
        </p>
      )}
    </li>
  );
}
