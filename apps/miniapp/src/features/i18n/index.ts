export { type Dictionary, dictionary, type Translate, translator, useWords } from "./dictionary";
export { type Language, say, useLanguage, useSay } from "./language";
