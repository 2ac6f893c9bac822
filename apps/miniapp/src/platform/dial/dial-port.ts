/** Opens the phone's dialler with this number; the person presses call. Never throws. */
export type Dial = (number: string) => void;
