import { type HostFacts, hostLabels } from "./host-facts";
import { playing } from "./playing";

export type { HostFacts, HostName } from "./host-facts";

const asked = (query: string) => typeof matchMedia === "function" && matchMedia(query).matches;

export const host: HostFacts = {
  name: playing().host,
  played: true,
  person: playing().person,
  campusId: playing().campusId,
  device: () => "H5",
  label: hostLabels[playing().host],
  safeArea: () => ({ top: 0, bottom: 0 }),
  dark: () => asked("(prefers-color-scheme: dark)"),
  reducedMotion: () => asked("(prefers-reduced-motion: reduce)"),
};
