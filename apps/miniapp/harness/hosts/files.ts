import { NoAnswer } from "../network.ts";
import type { Phone } from "../phone.ts";

/** Picks the person's one picture, each time under an address of its own. @returns null where the album was left */
export function pickPictures(phone: Phone): string[] | null {
  const { picture } = phone.answers;
  if (!picture) return null;
  const path = `tmp://picture-${phone.files.size}.png`;
  phone.files.set(path, picture);
  return [path];
}

type Form = { url: unknown; path: unknown; field: unknown; headers: unknown };

/** Sends a file as hosts do: one field of a multipart form. @returns null where nobody answered */
export async function sendFile(
  phone: Phone,
  { url, path, field, headers }: Form,
): Promise<{ status: number; text: string } | null> {
  const bytes = phone.files.get(String(path));
  if (!bytes) return null;
  const form = new FormData();
  form.append(String(field), new Blob([new Uint8Array(bytes)], { type: "image/png" }), "picture.png");
  try {
    return await phone.network.ask({
      url: String(url),
      method: "POST",
      headers: headers as Record<string, string>,
      body: form,
      signal: new AbortController().signal,
    });
  } catch (error) {
    if (error instanceof NoAnswer) return null;
    throw error;
  }
}
