/** An expected outcome as a value: success carries `value`, an expected failure carries `error` with a stable `kind`. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a success. */
export const ok = <T>(value: T) => ({ ok: true, value }) as const;

/** Wraps an expected failure; a bug is thrown instead. */
export const err = <E>(error: E) => ({ ok: false, error }) as const;
