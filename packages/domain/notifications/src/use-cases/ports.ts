import type { Host, Result } from "@sanqi/kernel";
import type { Message } from "../domain/message.ts";

export type SendError =
  /** The person has given no (more) consent, or the platform dropped it: final, try no other time. */
  | { readonly kind: "notDeliverable"; readonly code: string; readonly detail: string }
  /** Our message is wrong (template, values): final, a bug or a configuration fault to be seen by an operator. */
  | { readonly kind: "messageRefused"; readonly code: string; readonly detail: string }
  /** Nothing was sent: try again later. */
  | { readonly kind: "hostBusy"; readonly detail: string }
  /** It may have been sent (answer lost): platforms give no key, so it is not repeated. */
  | { readonly kind: "sendUnknown"; readonly detail: string };

/** Sends one message to one person through one platform's own channel. `page` is a mini-program path with query. */
export type HostMessenger = {
  readonly host: Host;
  send(request: {
    readonly to: { readonly subjectKind: string; readonly subject: string };
    readonly message: Message;
    readonly page: string;
  }): Promise<Result<{ readonly receipt: string }, SendError>>;
};
