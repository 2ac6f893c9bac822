/** Something for paper: the inside of a page and its styles, `@page` among them. Whoever writes it escapes people's words. */
export type Sheet = { readonly title: string; readonly body: string; readonly css: string };

/** What this host can do with paper. */
export type Printing =
  | {
      readonly kind: "browser";
      /** Opens the browser's own print window for the sheet; the person chooses the printer there. */
      print(sheet: Sheet): void;
      /** Hands a file out. @param content base64 */
      save(file: { readonly name: string; readonly content: string }): void;
    }
  | { readonly kind: "none" };
