import { err, ok } from "@sanqi/kernel";
import type { Locate } from "./locate-port";
import { refusal } from "./refusal";

export type { Locate, LocateRefusal, Position } from "./locate-port";

/** DingTalk's map is AutoNavi's, so its positions are GCJ-02. */
export const locate: Locate = () =>
  new Promise((resolve) => {
    dd.getLocation({
      targetAccuracy: "50",
      success: ({ longitude, latitude, accuracy }) =>
        resolve(
          ok({
            point: [Number(longitude), Number(latitude)],
            datum: "gcj02",
            accuracyMetres: Number(accuracy ?? 50),
            at: Date.now(),
          }),
        ),
      fail: (failure) => resolve(err(refusal(failure))),
    });
  });
