import { useAsk } from "../../ui/ask.ts";
import { useSay } from "../../ui/language.tsx";
import { type Saga, useRetrySaga } from "./use-operations.ts";

/** Asks, then has the step that a saga waits for tried at once. */
export function useRetry(): { ask: (saga: Saga) => void; pending: boolean } {
  const say = useSay();
  const ask = useAsk();
  const retry = useRetrySaga();
  return {
    pending: retry.isPending,
    ask: (saga) =>
      ask({
        title: say(
          `立即重试“${saga.step?.title.zh ?? saga.title.zh}”？`,
          `Retry “${saga.step?.title.en ?? saga.title.en}” now?`,
        ),
        effect: say(
          "只把现在等着的这一步再做一次。每一步都有自己的号码，重复不会多退一分钱，也不会重做已经做成的步骤。",
          "Only the step that is waited for is done again. Each step has its own key: no fen goes back twice, and what is done stays done.",
        ),
        okText: say("立即重试", "Retry now"),
        run: async () => {
          const { retried } = await retry.mutateAsync({ sagaId: saga.sagaId });
          return retried
            ? say("已交给后台，稍后看结果", "Handed over; look at the result in a moment")
            : say(
                "这一步不由我们的处理推动，等对方的消息",
                "Nothing of ours moves this step; it waits for the other side",
              );
        },
      }),
  };
}
