/** Draws every picture of the demo campus again: node apps/bff/art/draw/draw-art.ts [part of a key] */
import { mkdirSync, writeFileSync } from "node:fs";
import { pictures } from "./pictures.ts";
import { openSheet } from "./sheet.ts";

const only = process.argv[2] ?? "";
const art = new URL("../", import.meta.url);
for (const folder of ["dishes", "shops", "covers", "empty"])
  mkdirSync(new URL(folder, art), { recursive: true });
let written = 0;
for (const { file, size, recipe } of pictures) {
  if (!file.includes(only)) continue;
  const sheet = openSheet(file.replace(/^dishes\/|\.svg$/g, "").replace("/", "-"), ...size);
  recipe(sheet);
  writeFileSync(new URL(file, art), sheet.svg());
  written += 1;
}
console.log(`${written} pictures drawn`);
