export type GroupOptions<I, O> = {
  /** Does the work of all of them and answers in their order; never gets more than `most`. */
  run(items: readonly I[]): Promise<readonly O[]>;
  readonly most: number;
  /** Groups that are under way at the same time. */
  readonly lanes: number;
  /** Only items of one key share a group. */
  readonly within?: (item: I) => string;
  /** Items of one key never share a group; the later one waits for the next. */
  readonly apart?: (item: I) => string;
  /** Whether a group's failure may be one item's fault: then each is tried alone, and fails or succeeds for itself. */
  readonly alone?: (error: unknown) => boolean;
};

type Waiting<I, O> = { readonly item: I; resolve(answer: O): void; reject(error: unknown): void };

/**
 * Work that comes while all lanes are busy waits and then goes together: one statement, one commit for many. What comes to a
 * free lane starts at once and alone, so nobody waits for company.
 */
export function inGroups<I, O>(options: GroupOptions<I, O>): (item: I) => Promise<O> {
  const { run, most, lanes, within = () => "", apart, alone } = options;
  let waiting: Waiting<I, O>[] = [];
  let busy = 0;

  function nextGroup(): Waiting<I, O>[] {
    const group: Waiting<I, O>[] = [];
    const later: Waiting<I, O>[] = [];
    const keys = new Set<string>();
    let shared: string | null = null;
    for (const one of waiting) {
      shared ??= within(one.item);
      const key = apart?.(one.item);
      if (group.length === most || within(one.item) !== shared || (key !== undefined && keys.has(key))) {
        later.push(one);
        continue;
      }
      if (key !== undefined) keys.add(key);
      group.push(one);
    }
    waiting = later;
    return group;
  }

  async function runGroup(group: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const answers = await run(group.map(({ item }) => item));
      if (answers.length !== group.length) throw new Error("a group was answered in part");
      for (const [n, { resolve }] of group.entries()) resolve(answers[n] as O);
    } catch (error) {
      if (group.length > 1 && alone?.(error)) await Promise.all(group.map((one) => runGroup([one])));
      else for (const { reject } of group) reject(error);
    }
  }

  function start(): void {
    while (busy < lanes && waiting.length > 0) {
      busy += 1;
      void runGroup(nextGroup()).finally(() => {
        busy -= 1;
        start();
      });
    }
  }

  return (item) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      start();
    });
}
