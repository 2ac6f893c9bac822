import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { failureOf } from "../../rpc/failure.ts";
import { useAsk } from "../../ui/ask.ts";
import { FailureDetails } from "../../ui/failure-notice.tsx";
import { useSay } from "../../ui/language.tsx";
import { type DifferenceDetail, useResolve } from "./use-reconciliation.ts";
import { stateWords } from "./words.ts";

const endings = [
  { as: "explain", zh: "已解释清楚", en: "Explained: nothing was wrong", state: "explained" },
  { as: "fix", zh: "已在别处纠正", en: "It was put right", state: "fixed" },
  { as: "accept", zh: "接受差异", en: "We live with it", state: "accepted" },
] as const;

/** What to do about an open difference: the proposed fix where it can be run from here, or a person's word with a reason. */
export function ResolveForm({ difference }: { difference: DifferenceDetail }) {
  const say = useSay();
  const ask = useAsk();
  const resolve = useResolve();
  const [reason, setReason] = useState("");
  const { differenceId, fix } = difference;

  const askRun = () =>
    ask({
      title: say("执行建议的处理？", "Run the proposed fix?"),
      effect: say(
        `对 1 项差异：${fix.words.zh}。只按平台的回答入账，不改任何金额；之后会自动看差异还在不在。`,
        `For 1 difference: ${fix.words.en}. Only the platform's answer is booked, no amount is changed; then it is looked at again.`,
      ),
      okText: say("向平台查询", "Ask the platform"),
      run: async () => {
        const { state } = await resolve.mutateAsync({ differenceId, as: "run" });
        return state === "open"
          ? say("已查询，差异还在，请人工处理", "Asked; the difference is still there, a person has to look")
          : say(`已查询：${stateWords[state].zh}`, `Asked: ${stateWords[state].en}`);
      },
    });

  const close = (ending: (typeof endings)[number]) =>
    ask({
      title: say(`结案：${ending.zh}？`, `Close it: ${ending.en}?`),
      effect: say(
        "1 项差异结案，原因和你的名字留在记录里；同一差异再核对也不会重开。账目本身不变。",
        "1 difference is closed, with reason and name on record; found again, it stays closed. The books themselves do not change.",
      ),
      okText: say("结案", "Close it"),
      run: () =>
        resolve
          .mutateAsync({ differenceId, as: ending.as, reason: reason.trim() })
          .then(() => say("已结案", "Closed")),
    });

  return (
    <section className="resolve">
      <h2>{say("建议", "Proposal")}</h2>
      <p>{say(fix.words)}</p>
      {fix.runnable && (
        <Button type="primary" loading={resolve.isPending} onClick={askRun}>
          {say("执行：向平台查询…", "Run it: ask the platform…")}
        </Button>
      )}
      <label className="field-label" htmlFor="resolve-reason">
        {say("查明后结案，写清原因（留在记录里）", "Close it once it is clear; the reason stays on record")}
      </label>
      <Input.TextArea
        id="resolve-reason"
        rows={2}
        maxLength={300}
        showCount
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="presets">
        {endings.map((ending) => (
          <Button key={ending.as} disabled={reason.trim() === ""} onClick={() => close(ending)}>
            {say(ending)}…
          </Button>
        ))}
      </div>
      {resolve.isError && (
        <Alert
          type="error"
          showIcon
          title={say(failureOf(resolve.error).words)}
          description={<FailureDetails error={resolve.error} />}
        />
      )}
    </section>
  );
}
