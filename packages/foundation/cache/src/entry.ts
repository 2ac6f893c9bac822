/** What the database says of one key. */
export type Loaded<A> = {
  /** Rises with every change of it. Nothing that exists has version 0. */
  readonly version: number;
  /** Epoch ms from which on it reads differently although nothing changed it; null: never. */
  readonly validUntil: number | null;
  /** What a reader needs to know of it before the body is handed out. JSON. */
  readonly about: A;
  /** The answer itself, ready to be sent. */
  readonly body: Buffer;
};

/** `loadedAt`: epoch ms before the look-up began, so that what it holds is at least as new as that moment. */
export type Entry<A> = Loaded<A> & { readonly loadedAt: number };

/** One line of JSON, then the body as it is. */
export function toFrame<A>({ body, ...head }: Entry<A>): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
}

/** Null for what is none of our frames. */
export function fromFrame<A>(frame: Buffer): Entry<A> | null {
  const end = frame.indexOf(10);
  if (end < 0) return null;
  try {
    const head = JSON.parse(frame.toString("utf8", 0, end)) as Omit<Entry<A>, "body">;
    return { ...head, body: frame.subarray(end + 1) };
  } catch {
    return null;
  }
}
