import type { Clock } from "@sanqi/kernel";
import type { FileDesk } from "./bills/file-desk.ts";
import type { PlatformSecrets } from "./credentials.ts";
import type { Notifier } from "./notification/notifier.ts";
import type { CodeDesk } from "./people/codes.ts";
import type { TokenDesk } from "./people/tokens.ts";
import type { Keys } from "./signing.ts";
import type { State } from "./state/state.ts";

/** Everything a platform's handler may use. One per running sandbox. */
export type World = {
  readonly clock: Clock;
  readonly secrets: PlatformSecrets;
  readonly keys: Keys;
  readonly state: State;
  readonly codes: CodeDesk;
  readonly tokens: TokenDesk;
  readonly billFiles: FileDesk;
  readonly notifier: Notifier;
  /** Says that the state changed, so that it is written to the data file soon. */
  touch(): void;
  /** Runs once after some real time, unless the sandbox stops before. */
  later(ms: number, job: () => void): void;
  log(line: string): void;
};
