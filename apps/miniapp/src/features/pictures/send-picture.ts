import { isId, type PictureId, type Words } from "@sanqi/kernel";
import { uploadPicture } from "@/platform/picture";
import { apiBase, sessionTokens } from "@/rpc";
import { ownFailures } from "@/rpc/failure";
import type { Picture } from "./picture-list";

type Answer = { pictureId?: unknown; zh?: unknown; en?: unknown };

function read(text: string): Answer {
  try {
    return (JSON.parse(text) ?? {}) as Answer;
  } catch {
    return {};
  }
}

const failed = (words: Words): Picture["state"] => ({ kind: "failed", words });

/** What a picture shows; the server keeps and shows the two under other rules. */
export type PictureKind = "dish" | "afterSale";

type Sending = {
  /** The local address that choosing gave. */
  readonly path: string;
  readonly kind: PictureKind;
  readonly onProgress: (share: number) => void;
};

/** Sends a chosen picture to the server and says how that ended; a session that has ended is renewed once. Never throws. */
export async function sendPicture(
  { path, kind, onProgress }: Sending,
  again = true,
): Promise<Picture["state"]> {
  const token = await sessionTokens.current().catch(() => null);
  if (!token) return failed(ownFailures.NETWORK);
  const headers = { authorization: `Bearer ${token}` };
  const url = `${apiBase()}/pictures?kind=${kind}`;
  const sent = await uploadPicture({ url, path, field: "file", headers, onProgress });
  if (!sent.ok) return failed(ownFailures.NETWORK);
  if (sent.value.status === 401 && again) {
    sessionTokens.refused();
    return sendPicture({ path, kind, onProgress }, false);
  }
  const { pictureId, zh, en } = read(sent.value.text);
  if (typeof pictureId === "string" && isId("picture", pictureId))
    return { kind: "there", pictureId: pictureId as PictureId };
  return failed(zh ? { zh: String(zh), en: String(en ?? zh) } : ownFailures.SERVER_UNREADABLE);
}
