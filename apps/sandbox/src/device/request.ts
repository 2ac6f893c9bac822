import type { Request } from "express";
import { type Answer, type Json, jsonAnswer, jsonBody } from "../http/exchange.ts";
import { parsePerson } from "../people/identity.ts";

export type Wish = { readonly person: string; readonly body: Json };

/** What a phone asks: a JSON object with a person; anything else is told in words with HTTP 400. */
export function withPerson(req: Request, handler: (wish: Wish) => Answer): Answer {
  const body = jsonBody(req);
  const person = parsePerson(body?.person);
  if (body === null || person === null) return badWish("person: 1 to 64 visible characters / 需要 person");
  return handler({ person, body });
}

export const badWish = (message: string): Answer => jsonAnswer(400, { error: "badRequest", message });

/** What the person does at the cashier; nothing said means that they press "pay". */
export type Press = "pay" | "cancel" | "fail" | "processing" | "unknown";

const presses: readonly unknown[] = ["pay", "cancel", "fail", "processing", "unknown"];

export function pressOf(body: Json): Press | null {
  if (body.outcome === undefined || body.outcome === null) return "pay";
  return presses.includes(body.outcome) ? (body.outcome as Press) : null;
}
