import { err, ok } from "@sanqi/kernel";
import type { Locate } from "./locate-port";
import { refusal } from "./refusal";

export type { Locate, LocateRefusal, Position } from "./locate-port";

/** WeChat can answer in either grid; WGS-84 is asked for, so nothing has to be turned back. */
export const locate: Locate = () =>
  new Promise((resolve) => {
    wx.getLocation({
      type: "wgs84",
      success: ({ longitude, latitude, accuracy }) =>
        resolve(
          ok({ point: [longitude, latitude], datum: "wgs84", accuracyMetres: accuracy, at: Date.now() }),
        ),
      fail: (failure) => resolve(err(refusal(failure))),
    });
  });
