import type { Dial } from "./dial-port";

export const dial: Dial = (phoneNumber) => wx.makePhoneCall({ phoneNumber, fail: () => undefined });
