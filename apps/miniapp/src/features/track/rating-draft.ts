export const longestComment = 200;

/** Tags first, then the person's own words; cut to what the API takes. */
export const commentOf = (tags: readonly string[], text: string): string =>
  [tags.join("、"), text.trim()].filter(Boolean).join("；").slice(0, longestComment);
