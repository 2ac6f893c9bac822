import type { MiniProgram } from "./mini-program.ts";
import { drawTree, linesIn, textOf, type ViewNode, walk } from "./tree.ts";

/** What is in front of the person now. Every call reads the page's data anew. */
export type Screen = {
  /** "pages/order/shop/index" */
  route(): string;
  query(): Readonly<Record<string, string>>;
  nodes(): ViewNode[];
  /** What can be read, one line per element. */
  lines(): string[];
  /** The node with this element id, else null. */
  find(id: string): ViewNode | null;
  all(matches: (node: ViewNode) => boolean): ViewNode[];
  /** The innermost node with exactly this text. */
  withText(text: string): ViewNode | null;
};

export function screenOf(program: MiniProgram): Screen {
  const nodes = () => drawTree(program.stack.front().data.root?.cn ?? [], program.templates);
  const all = (matches: (node: ViewNode) => boolean) => [...walk(nodes())].filter(matches);
  return {
    route: () => program.stack.front().route,
    query: () => program.stack.front().options,
    nodes,
    lines: () => linesIn(nodes()),
    all,
    find: (id) => all((node) => node.id === id)[0] ?? null,
    withText: (text) => all((node) => node.tag !== "#text" && textOf(node) === text).at(-1) ?? null,
  };
}

/** Waits for what the screen shows instead of for a time; fails with everything that can be read. */
export async function seen<T>(
  program: MiniProgram,
  probe: (screen: Screen) => T | null | undefined | false,
  within = 15_000,
): Promise<T> {
  const screen = screenOf(program);
  const end = performance.now() + within;
  for (;;) {
    const found = probe(screen);
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) {
      const faults = program.faults.map((fault) => `\n! ${fault}`).join("");
      throw new Error(`never seen on ${screen.route()}: ${probe}\n${screen.lines().join("\n")}${faults}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
