import type { IncomingMessage } from "node:http";
import { TRPCError } from "@trpc/server";
import type { z } from "zod";
import { maxBodyBytes } from "../calls.ts";

/** The body as it was sent; throws where it is larger than any order. */
function read(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBodyBytes) reject(new TRPCError({ code: "PAYLOAD_TOO_LARGE" }));
      else chunks.push(chunk);
    });
    req.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    req.on("error", reject);
    req.on("close", () => {
      if (!req.complete) reject(new TRPCError({ code: "CLIENT_CLOSED_REQUEST" }));
    });
  });
}

/** A JSON body that the schema takes; throws a TRPCError with the code that tRPC gives the same fault. */
export async function jsonBody<S extends z.ZodType>(req: IncomingMessage, schema: S): Promise<z.output<S>> {
  if (!/^application\/json\b/i.test(req.headers["content-type"] ?? ""))
    throw new TRPCError({ code: "UNSUPPORTED_MEDIA_TYPE" });
  const text = (await read(req)).toString();
  let given: unknown;
  try {
    // Nothing at all is no broken JSON, but nothing that the schema takes either.
    given = text === "" ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", cause });
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new TRPCError({ code: "BAD_REQUEST", cause: parsed.error });
  return parsed.data;
}
