import type { MiniProgram } from "./mini-program.ts";
import { seen } from "./screen.ts";
import { textOf, type ViewNode } from "./tree.ts";

/** Element id, or the node itself. */
export type Aim = string | ViewNode;

const started = Date.now();

/** Both sides of an event as this host words them. Alipay and DingTalk add the tag, and the data of the real target. */
function sides(program: MiniProgram, target: ViewNode, current: ViewNode) {
  const side = (node: ViewNode) => ({ id: node.id, offsetLeft: 0, offsetTop: 0, dataset: { sid: node.sid } });
  if (program.phone.host === "weapp") return { target: side(target), currentTarget: side(current) };
  const tagged = (node: ViewNode) => ({ ...side(node), tagName: node.tag });
  return {
    target: { ...tagged(target), targetDataset: { sid: target.sid } },
    currentTarget: tagged(current),
  };
}

function send(program: MiniProgram, type: string, target: ViewNode, current: ViewNode, detail: object): void {
  const touch = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 };
  const touches = type === "tap" ? { touches: [touch], changedTouches: [touch] } : {};
  const event = {
    type,
    timeStamp: Date.now() - started,
    ...sides(program, target, current),
    detail,
    ...touches,
  };
  const page = program.stack.front();
  program.guard(`${type} on ${current.id}`, () => page.eh(event));
}

/** Where a finger lands on a node: its first innermost child that does not take taps itself. */
function touched(node: ViewNode): ViewNode {
  const inner = node.children.find((child) => child.tag !== "#text" && !child.events.has("tap"));
  return inner ? touched(inner) : node;
}

const aimed = (program: MiniProgram, aim: Aim): Promise<ViewNode> =>
  typeof aim === "string" ? seen(program, (screen) => screen.find(aim)) : Promise.resolve(aim);

/**
 * Touches a node. The event goes to the handler that the compiled template binds, on the node and then on everything
 * around it, as it does on a phone; a node whose template binds no tap cannot be tapped.
 */
export async function tap(program: MiniProgram, aim: Aim): Promise<void> {
  const node = await aimed(program, aim);
  if (!node.events.has("tap"))
    throw new Error(`nothing reacts to a tap on ${node.tag} #${node.id} "${textOf(node)}"`);
  const target = touched(node);
  program.phone.touching = true;
  for (let at: ViewNode | null = target; at; at = at.parent) {
    if (at.events.has("tap")) send(program, "tap", target, at, { x: 10, y: 10 });
  }
  program.phone.touching = false;
}

async function field(program: MiniProgram, aim: Aim, event: string): Promise<ViewNode> {
  const node = await aimed(program, aim);
  if (!node.events.has(event)) throw new Error(`nothing reacts to ${event} on ${node.tag} #${node.id}`);
  return node;
}

/** Types into an input or textarea; like the host, the field cuts at its maxlength. */
export async function type(program: MiniProgram, aim: Aim, text: string): Promise<void> {
  const node = await field(program, aim, "input");
  if (node.attribute("disabled")) throw new Error(`the field #${node.id} is disabled`);
  const longest = Number(node.attribute("maxlength") ?? 140);
  const value = longest >= 0 ? text.slice(0, longest) : text;
  send(program, "input", node, node, { value, cursor: value.length, keyCode: 0 });
}

/** Presses the keyboard's confirm key in a field. */
export async function confirm(program: MiniProgram, aim: Aim): Promise<void> {
  const node = await field(program, aim, "confirm");
  send(program, "confirm", node, node, { value: String(node.attribute("value") ?? "") });
}

/** Touches an entry of the native tab bar. */
export function tapTab(program: MiniProgram, route: string): void {
  program.guard(`tab ${route}`, () => program.stack.move("switchTab", `/${route}`));
}

/** The host's own way back: arrow, edge or key. */
export function goBack(program: MiniProgram): void {
  program.guard("back", () => program.stack.back());
}

/** Pulls the page down. */
export function pullDown(program: MiniProgram): void {
  const page = program.stack.front();
  const handler = page.onPullDownRefresh;
  if (typeof handler === "function") program.guard("pull down", () => handler.call(page));
}
