/**
 * Drawings for empty and broken states, 200 × 150. Middle tones only, so that they stand on light and dark surfaces.
 */
const bowl = (x: number, y: number) =>
  `<path d='M${x} ${y}h80a40 40 0 0 1-26 37.5v6h-28v-6A40 40 0 0 1 ${x} ${y}z' fill='#FF8A33'/><path d='M${x + 8} ${y + 8}a32 32 0 0 0 10 20' stroke='#FFC48F' stroke-width='4' fill='none' stroke-linecap='round'/>`;
const ground = "<ellipse cx='100' cy='132' rx='74' ry='8' fill='#8A93A6' opacity='.18'/>";
const steam = (x: number) =>
  `<path d='M${x} 66c-8-9 8-13 0-24' stroke='#A9B2C3' stroke-width='4' fill='none' stroke-linecap='round'/>`;
const eyes = (x: number, y: number) =>
  `<circle cx='${x}' cy='${y}' r='3' fill='#5B2A08'/><circle cx='${x + 20}' cy='${y}' r='3' fill='#5B2A08'/>`;

export const drawings: Record<string, string> = {
  bowl: `${ground}${bowl(60, 80)}${steam(82)}${steam(100)}${steam(118)}${eyes(90, 96)}<path d='M94 104a6 5 0 0 0 12 0' stroke='#5B2A08' stroke-width='3' fill='none' stroke-linecap='round'/><path d='M132 78l30-34M140 80l30-30' stroke='#C58B55' stroke-width='5' stroke-linecap='round'/>`,
  bag: `${ground}<path d='M62 54h76l8 76H54z' fill='#E9B27C'/><path d='M62 54h76l2 18H60z' fill='#D59A60'/><path d='M82 60V46a18 18 0 0 1 36 0v14' stroke='#A86F3B' stroke-width='5' fill='none' stroke-linecap='round'/>${eyes(90, 92)}<path d='M96 104h8' stroke='#5B2A08' stroke-width='3' stroke-linecap='round'/><path d='M150 44l6-10M162 56l11-4M156 72l10 4' stroke='#FF8A33' stroke-width='4' stroke-linecap='round'/>`,
  inbox: `${ground}<path d='M52 74h96v50a6 6 0 0 1-6 6H58a6 6 0 0 1-6-6z' fill='#9FB4D6'/><path d='M52 74l48 34 48-34' fill='#B9C9E4' stroke='#8AA2CB' stroke-width='3' stroke-linejoin='round'/><path d='M66 68V36h68v32l-34 24z' fill='#F2F4F8' stroke='#C3CBD9' stroke-width='3'/><path d='M78 50h44M78 60h28' stroke='#FF8A33' stroke-width='4' stroke-linecap='round'/>`,
  cloud: `${ground}<path d='M64 112a24 24 0 0 1-2-48 36 36 0 0 1 68-8 28 28 0 0 1 8 56z' fill='#A9B7CF'/><path d='M74 70a24 24 0 0 1 24-18' stroke='#CBD5E6' stroke-width='5' fill='none' stroke-linecap='round'/><circle cx='90' cy='84' r='3.5' fill='#3A4457'/><circle cx='114' cy='84' r='3.5' fill='#3A4457'/><path d='M95 98a8 6 0 0 1 14 0' stroke='#3A4457' stroke-width='3' fill='none' stroke-linecap='round'/><path d='M150 34l-10 18h12l-8 18' stroke='#FF8A33' stroke-width='5' fill='none' stroke-linecap='round' stroke-linejoin='round'/>`,
  calm: `${ground}<path d='M92 130V96h16v34z' fill='#A9764A'/><circle cx='100' cy='70' r='40' fill='#6FBF8B'/><circle cx='76' cy='86' r='22' fill='#62B37F'/><circle cx='126' cy='84' r='24' fill='#7CCB98'/><circle cx='92' cy='72' r='3' fill='#1E4A30'/><circle cx='112' cy='72' r='3' fill='#1E4A30'/><path d='M96 82a6 5 0 0 0 12 0' stroke='#1E4A30' stroke-width='3' fill='none' stroke-linecap='round'/><circle cx='160' cy='34' r='13' fill='#FFC15A'/>`,
  road: `${ground}<circle cx='66' cy='112' r='18' fill='none' stroke='#7C879B' stroke-width='6'/><circle cx='136' cy='112' r='18' fill='none' stroke='#7C879B' stroke-width='6'/><path d='M66 112l18-36h34l18 36M84 76l20 36H66M112 62h14l-8 14' fill='none' stroke='#59647A' stroke-width='6' stroke-linecap='round' stroke-linejoin='round'/><rect x='48' y='48' width='36' height='28' rx='5' fill='#FF8A33'/><path d='M56 60h20' stroke='#FFD9B8' stroke-width='4' stroke-linecap='round'/><path d='M24 84h18M18 98h22' stroke='#A9B2C3' stroke-width='4' stroke-linecap='round'/>`,
};
