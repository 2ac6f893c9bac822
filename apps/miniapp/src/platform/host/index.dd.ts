import { type HostFacts, hostLabels } from "./host-facts";
import { windowFacts } from "./window-facts";

export type { HostFacts, HostName } from "./host-facts";

export const host: HostFacts = {
  name: "dd",
  played: false,
  person: "",
  campusId: null,
  label: hostLabels.dd,
  ...windowFacts,
  reducedMotion: () => false,
};
