import { App } from "antd";
import { failureOf } from "../rpc/failure.ts";
import { useSay } from "./language.tsx";

type Question = {
  readonly title: string;
  /** What a yes will do, and to how many. */
  readonly effect: string;
  readonly okText: string;
  readonly danger?: boolean;
  /** Does it; returns the words that tell that it is done. */
  readonly run: () => Promise<string>;
};

/** Asks one question, does it on a yes, and says how it went. */
export function useAsk(): (question: Question) => void {
  const say = useSay();
  const { modal, message } = App.useApp();
  return ({ title, effect, okText, danger, run }) =>
    void modal.confirm({
      title,
      content: effect,
      okText,
      okButtonProps: { danger: danger ?? false },
      cancelText: say("返回", "Back"),
      onOk: () =>
        run()
          .then((words) => void message.success(words))
          .catch((error: unknown) => {
            const { words, traceId } = failureOf(error);
            const trace = traceId ? say(`（追踪号 ${traceId}）`, ` (trace ${traceId})`) : "";
            void message.error(say(words) + trace, 8);
          }),
    });
}
