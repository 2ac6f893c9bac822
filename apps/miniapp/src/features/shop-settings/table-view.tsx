import type { TableId } from "@sanqi/kernel";
import { Image, View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { api } from "@/rpc";
import { Button, ConfirmSheet, Sheet, TextField, toast } from "@/ui";
import type { EditableMenu } from "../menu-editing/menu-list";
import { useMenuChange } from "../menu-editing/use-menu-change";
import { shopDeskWords } from "./shop-desk-words";
import "./table-view.scss";
import { qrPicture, tableAddress } from "./table-code";

type Table = EditableMenu["tables"][number];

/** One table with its code; its name can be changed, the code stays the same then. */
export function TableSheet({
  menu,
  table,
  open,
  onClose,
}: {
  menu: EditableMenu;
  table: Table;
  open: boolean;
  onClose: () => void;
}) {
  const t = useWords(shopDeskWords);
  const say = useSay();
  const { shopId } = menu.shop;
  const tableId = table.tableId as TableId;
  const [name, setName] = useState(table.name);
  const [asking, setAsking] = useState(false);
  const { busy, run, invalid } = useMenuChange(menu);
  const rename = async () => {
    if (await run(() => api.merchant.setTable.mutate({ shopId, tableId, name }))) toast(t("renamed"));
  };
  const remove = async () => {
    if (!(await run(() => api.merchant.removeTable.mutate({ shopId, tableId })))) return;
    setAsking(false);
    onClose();
    toast(t("removedTable", { name: table.name }));
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("codeTitle", { name: table.name })}
      footer={
        <Button id="table-remove" kind="plain" size="l" loading={busy} onTap={() => setAsking(true)}>
          {t("removeTable")}
        </Button>
      }
    >
      <ConfirmSheet
        open={asking}
        title={t("removeTable")}
        text={t("removeTableText", { name: table.name })}
        confirmLabel={t("removeTable")}
        cancelLabel={t("keepTable")}
        danger
        busy={busy}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      />
      <View className="table-code">
        <Image
          id="table-code"
          className="table-code__picture"
          src={qrPicture(tableAddress(shopId, tableId))}
          mode="aspectFit"
          aria-label={t("codeTitle", { name: table.name })}
        />
      </View>
      <View className="table-code__text">{t("codeText")}</View>
      <View className="table-code__row">
        <View className="table-code__field">
          <TextField
            id="table-rename"
            label={t("tableName")}
            value={name}
            maxLength={20}
            error={invalid ? say(invalid.words) : ""}
            onChange={setName}
          />
        </View>
        <Button
          id="table-rename-keep"
          kind="quiet"
          className="table-code__keep"
          disabled={busy || name.trim() === "" || name.trim() === table.name}
          onTap={() => void rename()}
        >
          {t("rename")}
        </Button>
      </View>
    </Sheet>
  );
}
