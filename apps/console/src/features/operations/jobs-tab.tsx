import { ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Link } from "react-router";
import { useAsk } from "../../ui/ask.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText, spanText } from "../../ui/time.ts";
import { Figure } from "./figure.tsx";
import { jobStates, orderOfJob, taskWords } from "./job-words.ts";
import { type Job, useJobs, useRunJobAgain } from "./use-operations.ts";

/** Timed work: what failed and why, what runs or should have been run. */
export function JobsTab({ now }: { now: number }) {
  const say = useSay();
  return (
    <Loaded query={useJobs()}>
      {({ figures, failed, due }) => (
        <div className="stack">
          <dl className="card figures-row">
            <Figure name={say("后台进程", "Workers")} value={figures.workers} alarm={figures.workers === 0} />
            <Figure name={say("等时间", "Waiting")} value={figures.waiting} />
            <Figure name={say("该跑", "Due")} value={figures.due} />
            <Figure name={say("在跑", "Running")} value={figures.running} />
            <Figure name={say("已停", "Stopped")} value={figures.parked} alarm={figures.parked > 0} />
            <Figure
              name={say("最久该跑", "Oldest due")}
              value={figures.due > 0 ? spanText(figures.oldestDueMs, say) : "—"}
            />
          </dl>
          <section className="card">
            <h2>{say("失败的", "Failed")}</h2>
            {failed.length === 0 ? (
              <EmptyState drawing="calm" title={say("没有失败的作业", "No job failed")} />
            ) : (
              <>
                <p className="soft">
                  {say(
                    "会自动重试，间隔越来越长；试满次数才停下等人。先看原因，排除后再跑一次；反复失败就把原因交给值班工程师。",
                    "They are tried again by themselves, at growing intervals, and stop after the last try. Read the cause, mend it, run again; what keeps failing goes to the engineer on duty.",
                  )}
                </p>
                <ul className="rows">
                  {failed.map((job) => (
                    <Row key={job.id} job={job} now={now} />
                  ))}
                </ul>
              </>
            )}
          </section>
          <section className="card">
            <h2>{say("在跑和该跑的", "Running and due")}</h2>
            {due.length === 0 ? (
              <p className="soft">{say("此刻没有", "None right now")}</p>
            ) : (
              <>
                <p className="soft">
                  {say(
                    "该跑的越积越多：后台进程没在运行，或数据库太忙。",
                    "Where due ones pile up, no worker runs or the database is too busy.",
                  )}
                </p>
                <ul className="rows">
                  {due.map((job) => (
                    <Row key={job.id} job={job} now={now} />
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
      )}
    </Loaded>
  );
}

function Row({ job, now }: { job: Job; now: number }) {
  const say = useSay();
  const ask = useAsk();
  const again = useRunJobAgain();
  const orderId = orderOfJob(job);
  const words = taskWords(job.task);
  const run = () =>
    ask({
      title: say("立即再跑一次？", "Run it again now?"),
      effect: say(
        `${words.zh}。跑两次是安全的：它先看此刻还要不要做。`,
        `${words.en}. Running twice is safe: it first looks whether there is still anything to do.`,
      ),
      okText: say("再跑一次", "Run again"),
      run: async () =>
        (await again.mutateAsync({ id: job.id })).moved
          ? say("已排到最前，稍后看结果", "It is first in line; look at the result in a moment")
          : say("它已经不在了，或正在跑", "It is gone, or it runs right now"),
    });
  return (
    <li className="row">
      <div className="row-head">
        <span>{say(words)}</span>
        <Pill tone={jobStates[job.state].tone} dot>
          {say(jobStates[job.state])}
        </Pill>
        {job.state !== "running" && job.lastError !== null && (
          <Button size="small" icon={<ReloadOutlined />} loading={again.isPending} onClick={run}>
            {say("再跑一次…", "Run again…")}
          </Button>
        )}
      </div>
      <p className="small soft">
        <span className="mono">{job.key}</span> ·{" "}
        {say(`试了 ${job.attempts}/${job.maxAttempts} 次`, `${job.attempts} of ${job.maxAttempts} tries`)} ·{" "}
        {job.state === "running" && job.lockedAt !== null
          ? say(`${momentText(job.lockedAt, now)} 起在跑`, `runs since ${momentText(job.lockedAt, now)}`)
          : say(`定于 ${momentText(job.runAt, now)}`, `due ${momentText(job.runAt, now)}`)}
        {job.lockedBy && (
          <>
            {" "}
            · <span className="mono">{job.lockedBy}</span>
          </>
        )}
        {orderId && (
          <>
            {" "}
            ·{" "}
            <Link className="link" to={`/orders/${orderId}`}>
              {say("打开订单", "Open the order")}
            </Link>
          </>
        )}
      </p>
      {job.lastError && <pre className="parked-error">{job.lastError}</pre>}
    </li>
  );
}
