import type { Result } from "@sanqi/kernel";

/** Lets the person take or pick up to `count` pictures. @returns local addresses, to show and to upload. Never throws. */
export type ChoosePictures = (
  count: number,
) => Promise<Result<string[], { kind: "cancelled" | "unavailable" }>>;

export type Upload = {
  readonly url: string;
  /** An address that `choosePictures` gave. */
  readonly path: string;
  /** Name of the form's field. */
  readonly field: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From 0 to 1; hosts that do not tell never call it. */
  readonly onProgress: (share: number) => void;
};

/** Sends one picture as a multipart form. An answer of any status is one; `network`: none came. Never throws. */
export type UploadPicture = (
  upload: Upload,
) => Promise<Result<{ status: number; text: string }, { kind: "network" }>>;
