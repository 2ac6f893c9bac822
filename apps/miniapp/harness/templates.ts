/** How a compiled template draws one kind of node. */
export type Template = {
  readonly tag: string;
  /** Attribute of the element → property of the node's data that fills it: "aria-label" → "p2". */
  readonly attributes: ReadonlyMap<string, string>;
  /** Events that reach the app, without prefix and in lower case: "tap", "input". */
  readonly events: ReadonlySet<string>;
};

/** By the number that Taro writes into `nn`. */
export type Templates = ReadonlyMap<string, Template>;

const property = /\bi\.(\w+)/;

function templateOf(tag: string, attributeText: string): Template {
  const attributes = new Map<string, string>();
  const events = new Set<string>();
  for (const [, name = "", value = ""] of attributeText.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const event = /^(?:bind|catch|on(?=[A-Z])):?(\w+)$/.exec(name)?.[1];
    if (value === "eh" && event) events.add(event.toLowerCase());
    else {
      const filled = property.exec(value)?.[1];
      if (filled) attributes.set(name, filled);
    }
  }
  return { tag, attributes, events };
}

/**
 * Reads base.wxml or base.axml. A template for depth 0 stands for its deeper copies, which differ only in the number;
 * an input has one with and one without `focus`, and the one without is the plain one.
 */
export function readTemplates(text: string): Templates {
  const templates = new Map<string, Template>();
  const found = text.matchAll(
    /<template name="tmpl_\d+_([\w-]+?)(?:_blur)?">\s*<([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/g,
  );
  for (const [, kind = "", tag = "", attributes = ""] of found) {
    if (tag !== "template" && !templates.has(kind)) templates.set(kind, templateOf(tag, attributes));
  }
  return templates;
}
