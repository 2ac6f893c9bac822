import { err, ok } from "@sanqi/kernel";
import type { ChoosePictures, UploadPicture } from "./picture-port";

export type { Upload } from "./picture-port";

export const choosePictures: ChoosePictures = (count) =>
  new Promise((resolve) => {
    wx.chooseMedia({
      count,
      mediaType: ["image"],
      sourceType: ["album", "camera"],
      sizeType: ["compressed"],
      success: ({ tempFiles }) => resolve(ok(tempFiles.map(({ tempFilePath }) => tempFilePath))),
      fail: ({ errMsg }) => resolve(err({ kind: /cancel/.test(errMsg) ? "cancelled" : "unavailable" })),
    });
  });

export const uploadPicture: UploadPicture = ({ url, path, field, headers, onProgress }) =>
  new Promise((resolve) => {
    const task = wx.uploadFile({
      url,
      filePath: path,
      name: field,
      header: { ...headers },
      success: ({ statusCode, data }) => resolve(ok({ status: statusCode, text: data })),
      fail: () => resolve(err({ kind: "network" })),
    });
    task.onProgressUpdate(({ progress }) => onProgress(progress / 100));
  });
