import { err, ok } from "@sanqi/kernel";
import type { Locate } from "./locate-port";
import { refusal } from "./refusal";

export type { Locate, LocateRefusal, Position } from "./locate-port";

/** Alipay answers in GCJ-02, as strings in older base libraries. Type 0 is the bare position without an address. */
export const locate: Locate = () =>
  new Promise((resolve) => {
    my.getLocation({
      type: 0,
      success: ({ longitude, latitude, accuracy }) =>
        resolve(
          ok({
            point: [Number(longitude), Number(latitude)],
            datum: "gcj02",
            accuracyMetres: Number(accuracy),
            at: Date.now(),
          }),
        ),
      fail: (failure) => resolve(err(refusal(failure))),
    });
  });
