import type { Printing, Sheet } from "./print-port";

const documentOf = ({ title, body, css }: Sheet): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${css}</style></head><body>${body}</body></html>`;

export const printing = {
  kind: "browser",
  print(sheet) {
    const frame = document.createElement("iframe");
    // no scripts: a note on a ticket stays a note
    frame.setAttribute("sandbox", "allow-same-origin allow-modals");
    frame.setAttribute("aria-hidden", "true");
    frame.style.cssText = "position:fixed;width:0;height:0;border:0";
    frame.srcdoc = documentOf(sheet);
    frame.onload = () => {
      const inside = frame.contentWindow;
      if (!inside) return frame.remove();
      inside.onafterprint = () => frame.remove();
      inside.focus();
      inside.print();
    };
    document.body.append(frame);
  },
  save({ name, content }) {
    const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
    link.download = name;
    link.click();
    // the download has begun, but browsers read the address a little later
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  },
} as Printing;
