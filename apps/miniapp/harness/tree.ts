import type { Template, Templates } from "./templates.ts";

/** One node as Taro writes it into the page's data. */
export type RawNode = {
  sid: string;
  nn: string;
  uid?: string;
  cl?: string;
  v?: unknown;
  cn?: RawNode[];
  [property: string]: unknown;
};

/** One node as the compiled templates draw it. */
export type ViewNode = {
  readonly id: string;
  readonly sid: string;
  readonly tag: string;
  readonly className: string;
  readonly parent: ViewNode | null;
  readonly children: readonly ViewNode[];
  readonly events: ReadonlySet<string>;
  /** Own text of a text node, else "". */
  readonly text: string;
  /** Value given to an attribute of the element, undefined where nothing was given. */
  attribute(name: string): unknown;
};

const plainText: Template = { tag: "#text", attributes: new Map(), events: new Set() };

/** Draws page data with the templates of the build; a kind of node without a template would show nothing on a phone. */
export function drawTree(roots: readonly RawNode[], templates: Templates): ViewNode[] {
  const draw = (raw: RawNode, parent: ViewNode | null): ViewNode => {
    const isText = "v" in raw && raw.cn === undefined;
    const template = isText ? plainText : templates.get(raw.nn);
    if (!template)
      throw new Error(`no compiled template draws nodes of kind ${raw.nn}: ${JSON.stringify(raw)}`);
    const children: ViewNode[] = [];
    const node: ViewNode = {
      id: raw.uid ?? raw.sid,
      sid: raw.sid,
      tag: template.tag,
      className: raw.cl ?? "",
      parent,
      children,
      events: template.events,
      text: isText ? String(raw.v ?? "") : "",
      attribute: (name) => raw[template.attributes.get(name) ?? ""],
    };
    for (const child of raw.cn ?? []) children.push(draw(child, node));
    return node;
  };
  return roots.map((raw) => draw(raw, null));
}

/** All nodes in the order in which they are drawn. */
export function* walk(nodes: readonly ViewNode[]): Generator<ViewNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}

/** What a person reads: one line per element that has text of its own, top to bottom. */
export function linesIn(nodes: readonly ViewNode[]): string[] {
  const lines: string[] = [];
  for (const node of walk(nodes)) {
    const own = node.children.map((child) => child.text).join("");
    if (own.trim() !== "") lines.push(own);
  }
  return lines;
}

export const textOf = (node: ViewNode): string => node.text + node.children.map(textOf).join("");

/** How deep the deepest node stands; WeChat draws nodes from depth 15 on with a component of their own. */
export const depthOf = (nodes: readonly ViewNode[]): number =>
  nodes.reduce((deepest, node) => Math.max(deepest, 1 + depthOf(node.children)), 0);
