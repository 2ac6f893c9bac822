declare const brand: unique symbol;

/** A nominal type: a plain value that has been parsed and may not be confused with another one of the same shape. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };
