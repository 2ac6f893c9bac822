import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { useEffect, useState } from "react";
import { useSay } from "./language.tsx";

/** A machine's word (number, id, trace) that people hand on: one press copies it. `short` shows only its end. */
export function CopyText({ text, label, short }: { text: string; label: string; short?: number }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), 1600);
    return () => window.clearTimeout(timer);
  }, [copied]);
  const shown = short && text.length > short ? `…${text.slice(-short)}` : text;
  return (
    <button
      type="button"
      className="copy-text"
      title={text}
      aria-label={
        copied
          ? say(`${label}已复制`, `${label} copied`)
          : say(`复制${label} ${text}`, `Copy ${label} ${text}`)
      }
      onClick={(event) => {
        event.stopPropagation();
        void navigator.clipboard.writeText(text).then(() => setCopied(true));
      }}
    >
      <span className="mono">{shown}</span>
      {copied ? <CheckOutlined className="tone-success-ink" /> : <CopyOutlined />}
    </button>
  );
}
