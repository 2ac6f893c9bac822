/** Every colour of the console, once for each appearance; components name the meaning, never the value. */
export type Tokens = Readonly<Record<TokenName, string>>;
export type Appearance = "light" | "dark";

export type TokenName =
  | "canvas"
  | "surface"
  | "raised"
  | "line"
  | "lineStrong"
  | "text"
  | "textSoft"
  | "textFaint"
  | "brand"
  | "brandSoft"
  | "onBrand"
  | "food"
  | "foodSoft"
  | "success"
  | "successSoft"
  | "warning"
  | "warningSoft"
  | "danger"
  | "dangerSoft"
  | "info"
  | "infoSoft"
  | "violet"
  | "violetSoft"
  | "idleSoft"
  | "shadow";

export const tokens: Readonly<Record<Appearance, Tokens>> = {
  light: {
    canvas: "#f4f6f3",
    surface: "#ffffff",
    raised: "#f9faf8",
    line: "#e4e8e3",
    lineStrong: "#cdd5ce",
    text: "#17211c",
    textSoft: "#4d5b53",
    textFaint: "#66736b",
    brand: "#0b7a5e",
    brandSoft: "#e2f3ec",
    onBrand: "#ffffff",
    food: "#b8500a",
    foodSoft: "#fdeee0",
    success: "#1b7a45",
    successSoft: "#e3f4e8",
    warning: "#8f5f00",
    warningSoft: "#fcf1d6",
    danger: "#bb3226",
    dangerSoft: "#fce9e6",
    info: "#1a62bd",
    infoSoft: "#e5effb",
    violet: "#6a49b8",
    violetSoft: "#efeafa",
    idleSoft: "#ecefec",
    shadow: "0 1px 2px rgb(20 40 30 / 6%), 0 6px 20px rgb(20 40 30 / 5%)",
  },
  dark: {
    canvas: "#0e1311",
    surface: "#161c19",
    raised: "#1c2420",
    line: "#27312c",
    lineStrong: "#3a4741",
    text: "#e9efeb",
    textSoft: "#b0bdb6",
    textFaint: "#8b9991",
    brand: "#43c79d",
    brandSoft: "#14352b",
    onBrand: "#06251b",
    food: "#ff9f55",
    foodSoft: "#3a2615",
    success: "#5fcb8a",
    successSoft: "#163524",
    warning: "#e7b548",
    warningSoft: "#362a10",
    danger: "#ff8379",
    dangerSoft: "#411e1b",
    info: "#7db1ff",
    infoSoft: "#172b47",
    violet: "#b79cff",
    violetSoft: "#2a2145",
    idleSoft: "#252d29",
    shadow: "0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 35%)",
  },
};

const cssName = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Hands the tokens to the style sheet: `brandSoft` is `var(--brand-soft)`. */
export function applyTokens(appearance: Appearance, root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens[appearance]))
    root.style.setProperty(cssName(name), value);
  root.dataset.appearance = appearance;
  root.style.colorScheme = appearance;
}
