import type { OrderStory } from "./use-story.ts";

type Story = OrderStory["story"];
const placing = (story: Story) => story.find((entry) => entry.what === "place");

/** Only the desk places orders for somebody else, and only of such orders the story begins with it. */
export const isByPhone = (story: Story): boolean => placing(story)?.actorKind === "operator";

/** Somebody else paid, with the order's pay code. */
export function isPaidByOther(story: Story, payment: OrderStory["money"]["payments"][number]): boolean {
  const placer = placing(story)?.actorId ?? null;
  return placer !== null && placer !== payment.accountId;
}
