import { SearchOutlined } from "@ant-design/icons";
import { chinaDay } from "@sanqi/kernel";
import { Modal } from "antd";
import { type KeyboardEvent, useId, useState } from "react";
import { useNavigate } from "react-router";
import { useAppearance } from "../../ui/appearance.tsx";
import { useLanguage, useSay } from "../../ui/language.tsx";
import { applyFilters, noFilters } from "../orders/filters.ts";
import { StagePill } from "../orders/stage-pill.tsx";
import { useOrders } from "../orders/use-orders.ts";
import { deskEntries, type Entry, orderEntries, pastedOrder } from "./entries.tsx";
import "../../styles/palette.css";

const shownOrders = 8;

/** Goes anywhere from the keyboard: a page by its name, an order by its number. */
export function Palette({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const listId = useId();
  const navigate = useNavigate();
  const { language, setLanguage } = useLanguage();
  const { appearance, setChoice } = useAppearance();
  const [text, setText] = useState("");
  const [index, setIndex] = useState(0);
  const [now] = useState(() => Date.now());
  const orders = useOrders(chinaDay(now));
  const found = text.trim()
    ? applyFilters(orders.data ?? [], { ...noFilters, text }, now).slice(0, shownOrders)
    : [];
  const go = (path: string) => void navigate(path);
  const entries: Entry[] = [
    ...pastedOrder(text, { say, go }),
    ...orderEntries(found, { say, go, note: (row) => <StagePill stage={row.stage} /> }),
    ...deskEntries(text, {
      say,
      language,
      dark: appearance === "dark",
      go,
      toggleLanguage: () => setLanguage(language === "zh" ? "en" : "zh"),
      toggleDark: () => setChoice(appearance === "dark" ? "light" : "dark"),
    }),
  ];
  const active = Math.min(index, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && entries.length > 0) setIndex((active + step + entries.length) % entries.length);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) run(entries[active]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={620}
      className="palette"
      style={{ top: 96 }}
    >
      <div className="palette-input">
        <SearchOutlined />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog exists to be typed into
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={entries[active] && `${listId}-${active}`}
          aria-label={say("找页面、找订单", "Find page, order")}
          placeholder={say("页面名，或订单号、店铺、地点…", "A page, or an order's number, shop, place…")}
          value={text}
          maxLength={40}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.target.value);
            setIndex(0);
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div id={listId} role="listbox" className="palette-list" aria-label={say("结果", "Results")}>
        {entries.map((entry, at) => (
          <div key={entry.key}>
            {entry.group !== entries[at - 1]?.group && <p className="palette-group">{entry.group}</p>}
            <div
              id={`${listId}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className="palette-entry"
              ref={at === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
              onMouseMove={() => at !== active && setIndex(at)}
              onClick={() => run(entry)}
              onKeyDown={onKeyDown}
            >
              {entry.icon}
              <span>{entry.label}</span>
              <span className="palette-note">{entry.note}</span>
            </div>
          </div>
        ))}
        {entries.length === 0 && (
          <p className="palette-none">{say("没有找到，试试单号", "Nothing found; try the number")}</p>
        )}
      </div>
    </Modal>
  );
}
