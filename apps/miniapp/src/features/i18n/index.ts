export { dictionary, translator, useWords } from "./dictionary";
export { type Language, say, useLanguage, useSay } from "./language";
