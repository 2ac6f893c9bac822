import type { Readable } from "node:stream";

/** What is used of a message. */
export type Letter = {
  readonly value: Buffer | null;
  readonly partition: number;
  readonly offset: bigint;
  readonly leaderEpoch: number;
};
export type Batch = {
  readonly letters: readonly Letter[];
  /** Where each partition is read on once the batch is done. */
  readonly places: readonly { partition: number; offset: bigint; leaderEpoch: number }[];
};

const mostAtOnce = 500;

function toBatch(letters: readonly Letter[]): Batch {
  const places = new Map<number, Batch["places"][number]>();
  for (const { partition, offset, leaderEpoch } of letters)
    places.set(partition, { partition, offset: offset + 1n, leaderEpoch });
  return { letters, places: [...places.values()] };
}

/** What has arrived so far, as one batch, again and again; ends with the signal, fails with the stream. */
export async function* batchesOf(stream: Readable, stopped: AbortSignal): AsyncGenerator<Batch> {
  let rouse = () => {};
  let failure: { error: unknown } | null = null;
  let ended = false;
  const wake = () => rouse();
  stream.on("readable", wake);
  stream.on("error", (error) => {
    failure = { error };
    wake();
  });
  stream.on("close", () => {
    ended = true;
    wake();
  });
  stopped.addEventListener("abort", wake);
  try {
    while (!stopped.aborted) {
      if (failure) throw (failure as { error: unknown }).error;
      const letters: Letter[] = [];
      while (letters.length < mostAtOnce) {
        const letter = stream.read() as Letter | null;
        if (letter === null) break;
        letters.push(letter);
      }
      if (letters.length > 0) yield toBatch(letters);
      else if (ended) throw new Error("the stream ended");
      else
        await new Promise<void>((resolve) => {
          rouse = resolve;
        });
    }
  } finally {
    stopped.removeEventListener("abort", wake);
  }
}
