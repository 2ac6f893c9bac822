/** The nodes that an address names: one server, or some nodes of a cluster with commas between them. */
export const nodesOf = (url: string): string[] =>
  url
    .split(",")
    .map((node) => node.trim())
    .filter(Boolean);
