/** Carries texts between all processes of the product; not durable. */
export type HintWire = {
  /** At most 7,500 bytes. Rejects when it did not go out in time. */
  send(text: string): Promise<unknown>;
  close(): Promise<void>;
};

export type HintEar = {
  /** Every text, one's own included. */
  heard(text: string): void;
  /** The line is up (again): whatever was said before may have been missed. */
  restored(): void;
};

/** Resolves without waiting for the line: hints inside the process need none. */
export type OpenHintWire = (ear: HintEar) => Promise<HintWire>;
