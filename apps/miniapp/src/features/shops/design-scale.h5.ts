/** A browser's pixel is the design's. */
export const designScale = (): number => 1;
