import type { Words } from "@sanqi/kernel";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Pill } from "../../ui/pill.tsx";
import { momentText, preciseText } from "../../ui/time.ts";
import { healthWords, rateText } from "../payments/health-words.ts";
import { type Service, servicesOf } from "./breaker-words.ts";
import { type BreakerReport, useBreakers } from "./use-operations.ts";

const nameOf = ({ name, worst }: Service): Words => worst.what ?? { zh: name, en: name };

/** Services outside that are given a rest, with what that means and what to do; then those that are well. */
export function BreakersTab({ now }: { now: number }) {
  const say = useSay();
  return (
    <Loaded query={useBreakers()}>
      {(reports) => {
        const services = servicesOf(reports);
        const paused = services.filter(({ worst }) => worst.state !== "closed");
        const well = services.filter(({ worst }) => worst.state === "closed");
        return (
          <div className="stack">
            {paused.length === 0 && (
              <EmptyState drawing="calm" title={say("所有外部服务都通", "Every service outside answers")} />
            )}
            {paused.map((service) => (
              <Paused key={service.name} service={service} now={now} />
            ))}
            {well.length > 0 && (
              <section className="card">
                <h2>{say("正常", "Fine")}</h2>
                <ul className="wells">
                  {well.map((service) => (
                    <li key={service.name}>
                      <span>{say(nameOf(service))}</span>
                      <Pill tone="success" dot>
                        {say(healthWords.closed)}
                      </Pill>
                      <span className="faint small">
                        <Rate report={busiest(service)} /> ·{" "}
                        {say(`${service.reports.length} 个进程`, `processes: ${service.reports.length}`)}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

/** The report that says most: of the process that called most. */
const busiest = ({ worst, reports }: Service): BreakerReport =>
  reports.reduce((most, report) => (report.calls > most.calls ? report : most), worst);

function Paused({ service, now }: { service: Service; now: number }) {
  const say = useSay();
  const { worst } = service;
  const since = momentText(worst.since, now);
  return (
    <section className="card trouble">
      <h2>
        {say(nameOf(service))}
        <Pill tone={healthWords[worst.state].tone} dot>
          {say(healthWords[worst.state])}
        </Pill>
      </h2>
      <p role="alert">
        <strong>
          {say(
            `${nameOf(service).zh}从 ${since} 起暂停调用`,
            `${nameOf(service).en}: given a rest since ${since}`,
          )}
        </strong>
      </p>
      <dl className="meaning">
        <dt>{say("影响", "Affects")}</dt>
        <dd>
          {worst.affects
            ? say(worst.affects)
            : say("这个版本不认识它，可能属于另一个版本的进程", "Of a process of another release")}
        </dd>
        <dt>{say("你可以", "You can")}</dt>
        <dd>
          {worst.todo
            ? say(worst.todo)
            : say("等升级完成再看", "Wait until the upgrade is over, then look again")}
        </dd>
      </dl>
      <ul className="processes">
        {service.reports.map((report) => (
          <li key={report.process}>
            <span className="mono">{report.process}</span>
            <Pill tone={healthWords[report.state].tone}>{say(healthWords[report.state])}</Pill>
            <span className="small soft">
              <Rate report={report} />
              {report.probeAt !== null &&
                say(
                  ` · ${preciseText(report.probeAt)} 再试探`,
                  ` · tried again at ${preciseText(report.probeAt)}`,
                )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rate({ report }: { report: BreakerReport }) {
  const say = useSay();
  if (report.calls === 0) return <>{say("近一分钟没有调用", "no calls in a minute")}</>;
  const rate = rateText(report.failureRate);
  return (
    <>
      {say(
        `近一分钟失败 ${rate}（${report.calls} 次调用）`,
        `${rate} of ${report.calls} calls failed in a minute`,
      )}
    </>
  );
}
