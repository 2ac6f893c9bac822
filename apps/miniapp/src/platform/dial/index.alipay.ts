import type { Dial } from "./dial-port";

export const dial: Dial = (number) => my.makePhoneCall({ number });
