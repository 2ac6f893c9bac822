const drop = (colour: string, glyph: string) =>
  `<path d="M36 82C30 74 6 58 6 36a30 30 0 0 1 60 0c0 22-24 38-30 46z" fill="#fff"/><path d="M36 72C30 66 12 54 12 36a24 24 0 0 1 48 0c0 18-18 30-24 36z" fill="${colour}"/><g transform="translate(21 20) scale(1.25)" fill="none" stroke="#fff" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${glyph}</g>`;

/** Markers of the native maps, 72 × 84; the point is at the bottom middle. */
export const mapPins: Record<string, string> = {
  rider: drop(
    "#F2660A",
    '<circle cx="5.5" cy="16.5" r="3.5"/><circle cx="18.5" cy="16.5" r="3.5"/><path d="M5.5 16.5L9 9h6l3.5 7.5M9 9l4 7.5h-7M14 5.5h2.5L15 9"/>',
  ),
  shop: drop(
    "#B23A08",
    '<path d="M4 10v10h16V10M3 10l2-6h14l2 6M3 10a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0M10 20v-5h4v5"/>',
  ),
  dorm: drop("#0F68E6", '<path d="M4 11l8-7 8 7v9h-5.5v-5.5h-5V20H4z"/>'),
};
