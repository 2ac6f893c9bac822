import { err, ok } from "@sanqi/kernel";
import type { ChoosePictures, UploadPicture } from "./picture-port";

export type { Upload } from "./picture-port";

/** Error 11 is the person's way back. Old clients name the files in `apFilePaths` only. */
export const choosePictures: ChoosePictures = (count) =>
  new Promise((resolve) => {
    my.chooseImage({
      count,
      sizeType: ["compressed"],
      sourceType: ["camera", "album"],
      success: ({ tempFilePaths, apFilePaths }) => resolve(ok(tempFilePaths ?? apFilePaths)),
      fail: (failure) => resolve(err({ kind: failure?.error === 11 ? "cancelled" : "unavailable" })),
    });
  });

/** The one host that wants the kind of file said; progress comes through its task. */
export const uploadPicture: UploadPicture = ({ url, path, field, headers, onProgress }) =>
  new Promise((resolve) => {
    const task = my.uploadFile({
      url,
      filePath: path,
      name: field,
      fileName: field,
      fileType: "image",
      header: { ...headers },
      hideLoading: true,
      success: ({ statusCode, data }) => resolve(ok({ status: Number(statusCode), text: String(data) })),
      fail: () => resolve(err({ kind: "network" })),
    });
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress / 100));
  });
