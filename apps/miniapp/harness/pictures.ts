import { existsSync } from "node:fs";
import path from "node:path";
import type { MiniProgram } from "./mini-program.ts";
import { screenOf } from "./screen.ts";

/**
 * Pictures on the screen that would stay grey boxes: files that the build does not have, and addresses where the
 * server has no picture. @param dist folder of the running build
 */
export async function missingPictures(program: MiniProgram, dist: string): Promise<string[]> {
  const images = screenOf(program).all((node) => node.tag === "image");
  const sources = new Set(images.map((node) => String(node.attribute("src") ?? "")));
  const found = async (source: string) => {
    if (source === "") return false;
    if (!source.startsWith("http")) return existsSync(path.join(dist, source));
    const answer = await fetch(program.phone.network.place(source));
    return answer.ok && (answer.headers.get("content-type") ?? "").startsWith("image/");
  };
  const checked = await Promise.all(
    [...sources].map(async (source) => ((await found(source)) ? [] : [source || "(no address)"])),
  );
  return checked.flat();
}
