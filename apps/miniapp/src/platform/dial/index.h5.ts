import type { Dial } from "./dial-port";

export const dial: Dial = (number) => {
  location.href = `tel:${encodeURIComponent(number)}`;
};
