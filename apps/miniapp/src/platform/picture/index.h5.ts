import { err, ok } from "@sanqi/kernel";
import type { ChoosePictures, UploadPicture } from "./picture-port";

export type { Upload } from "./picture-port";

/** A browser hands out files; their addresses stand for them until the page is left. */
const files = new Map<string, File>();

export const choosePictures: ChoosePictures = (count) =>
  new Promise((resolve) => {
    const field = document.createElement("input");
    field.type = "file";
    field.accept = "image/jpeg,image/png,image/webp";
    field.multiple = count > 1;
    field.addEventListener("cancel", () => resolve(err({ kind: "cancelled" })));
    field.addEventListener("change", () => {
      const paths = [...(field.files ?? [])].slice(0, count).map((file) => {
        const path = URL.createObjectURL(file);
        files.set(path, file);
        return path;
      });
      resolve(paths.length > 0 ? ok(paths) : err({ kind: "cancelled" }));
    });
    field.click();
  });

export const uploadPicture: UploadPicture = ({ url, path, field, headers, onProgress }) =>
  new Promise((resolve) => {
    const file = files.get(path);
    if (!file) return resolve(err({ kind: "network" }));
    const form = new FormData();
    form.append(field, file);
    // fetch tells nothing about how far an upload is
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(ok({ status: request.status, text: request.responseText }));
    request.onerror = () => resolve(err({ kind: "network" }));
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(form);
  });
