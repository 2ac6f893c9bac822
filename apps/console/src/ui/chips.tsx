import type { Words } from "@sanqi/kernel";
import { useSay } from "./language.tsx";

type Props<T extends string> = {
  label: string;
  chips: readonly (Words & { readonly value: T })[];
  chosen: T | null;
  onChoose: (value: T | null) => void;
};

/** At most one of a few; pressing the chosen one lets it go. */
export function Chips<T extends string>({ label, chips, chosen, onChoose }: Props<T>) {
  const say = useSay();
  return (
    <fieldset className="chips" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className="chip"
          aria-pressed={chosen === chip.value}
          onClick={() => onChoose(chosen === chip.value ? null : chip.value)}
        >
          {say(chip)}
        </button>
      ))}
    </fieldset>
  );
}
