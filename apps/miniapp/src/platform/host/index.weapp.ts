import { type HostFacts, hostLabels } from "./host-facts";
import { windowFacts } from "./window-facts";

export type { HostFacts, HostName } from "./host-facts";

export const host: HostFacts = {
  name: "weapp",
  played: false,
  person: "",
  campusId: null,
  label: hostLabels.weapp,
  ...windowFacts,
  reducedMotion: () => false,
};
