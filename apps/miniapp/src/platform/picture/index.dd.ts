import { err, ok } from "@sanqi/kernel";
import type { ChoosePictures, UploadPicture } from "./picture-port";

export type { Upload } from "./picture-port";

/** Clients name the chosen files in one of three ways, by their age. */
export const choosePictures: ChoosePictures = (count) =>
  new Promise((resolve) => {
    dd.chooseImage({
      count,
      sourceType: ["camera", "album"],
      success: ({ filePaths, tempFilePaths, apFilePaths }) =>
        resolve(ok(filePaths ?? tempFilePaths ?? apFilePaths ?? [])),
      fail: (failure) => resolve(err({ kind: failure.error === 11 ? "cancelled" : "unavailable" })),
    });
  });

/** DingTalk calls the form's field `fileName`, and tells no progress. */
export const uploadPicture: UploadPicture = ({ url, path, field, headers }) =>
  new Promise((resolve) => {
    dd.uploadFile({
      url,
      filePath: path,
      fileName: field,
      fileType: "image",
      header: { ...headers },
      success: ({ statusCode, data }) => resolve(ok({ status: Number(statusCode), text: String(data) })),
      fail: () => resolve(err({ kind: "network" })),
    });
  });
