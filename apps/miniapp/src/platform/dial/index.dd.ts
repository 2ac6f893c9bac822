import type { Dial } from "./dial-port";

export const dial: Dial = (phoneNumber) => dd.showCallMenu({ phoneNumber, code: "+86", showDingCall: false });
