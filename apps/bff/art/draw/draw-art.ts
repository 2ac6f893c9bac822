/** Draws the pictures of the demo campus again: node apps/bff/art/draw/draw-art.ts [part of a file's name] */
import { mkdirSync, writeFileSync } from "node:fs";
import { draw, pictures } from "./pictures.ts";

const only = process.argv[2] ?? "";
const art = new URL("../", import.meta.url);
for (const folder of ["dishes", "shops", "covers", "empty"])
  mkdirSync(new URL(folder, art), { recursive: true });
const wanted = pictures.filter(({ file }) => file.includes(only));
for (const picture of wanted) writeFileSync(new URL(picture.file, art), draw(picture));
console.log(`${wanted.length} pictures drawn`);
