import { minute } from "@sanqi/kernel";
import type { SagaDefinition, Step } from "./definition.ts";

const words = (text: string) => ({ zh: text, en: text });
const step = (name: string, by: string | null, proof: readonly string[], more: Partial<Step> = {}): Step => ({
  ...{ name, by, proof, title: words(name), operator: words(`mend ${name}`), stuckAfterMs: 10 * minute },
  compensation: { name: "none", because: words("a test") },
  ...more,
});

/** Five steps with everything that a saga can have: an optional step, one that may be refused and begun again. */
export const plainSaga: SagaDefinition = {
  kind: "plain",
  title: words("plain"),
  steps: [
    step("ended", null, ["thing.ended"]),
    step("asked", "ask-on-ended", ["money.asked"]),
    step("shared", "send-on-asked", ["share.back"], { optional: true }),
    step("back", "send-on-asked", ["money.back"], {
      tries: ["money.asked"],
      refusal: { on: "money.refused", by: "renew-on-refused", operator: words("look, then retry") },
    }),
    step("told", "tell-on-back", ["thing.told"]),
  ],
};
export const plainEvents = [
  "thing.ended",
  "money.asked",
  "share.back",
  "money.refused",
  "money.back",
  "thing.told",
];
