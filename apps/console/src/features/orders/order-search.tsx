import { SearchOutlined } from "@ant-design/icons";
import { Input, type InputRef } from "antd";
import { useEffect, useRef } from "react";
import { useSay } from "../../ui/language.tsx";

/** Typing "/" anywhere on the page puts the cursor here. */
export function OrderSearch({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const say = useSay();
  const input = useRef<InputRef>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <Input
      ref={input}
      className="order-search"
      allowClear
      maxLength={40}
      value={text}
      prefix={<SearchOutlined />}
      suffix={text ? null : <kbd>/</kbd>}
      placeholder={say("单号、店铺、地点、骑手", "Number, shop, place, rider")}
      aria-label={say("搜索订单", "Search orders")}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
