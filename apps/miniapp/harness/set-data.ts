/** Data as the view layer has it: plain JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** `root.cn.[0].cn[2].cl` becomes its steps; Taro writes indexes both ways. */
export function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((match) =>
    match[1] === undefined ? (match[2] ?? "") : Number(match[1]),
  );
}

/** WeChat refuses more than 1 MB in one call. */
const mostCharacters = 1024 * 1024;

/**
 * Applies what a page hands to `setData`. Like a host it copies through JSON (functions and undefined never reach the
 * view) and makes the objects and lists that a path leads through.
 */
export function applyDelta(data: { [key: string]: Json }, delta: Record<string, unknown>): void {
  const text = JSON.stringify(delta);
  if (text.length > mostCharacters) throw new Error(`setData with ${text.length} characters`);
  const copy = JSON.parse(text) as Record<string, Json>;
  for (const [path, value] of Object.entries(copy)) {
    const steps = stepsOf(path);
    const last = steps.pop();
    if (last === undefined) throw new Error("setData with an empty path");
    let at: Record<string | number, Json> = data;
    steps.forEach((step, index) => {
      const next = steps[index + 1] ?? last;
      const here = at[step];
      if (here === null || typeof here !== "object") at[step] = typeof next === "number" ? [] : {};
      at = at[step] as Record<string | number, Json>;
    });
    at[last] = value;
  }
}
