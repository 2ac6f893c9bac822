import { createHmac, timingSafeEqual } from "node:crypto";
import type { Signer } from "../use-cases/ports.ts";

/** HMAC-SHA256 of the text, as base64url. */
export function createHmacSigner(secret: string): Signer {
  const sign = (text: string) => createHmac("sha256", secret).update(text).digest("base64url");
  return {
    sign,
    isRight(text, signature) {
      const [wanted, given] = [Buffer.from(sign(text)), Buffer.from(signature)];
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    },
  };
}
