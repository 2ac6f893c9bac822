import { View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import type { EditableMenu } from "@/features/menu-editing/menu-list";
import { OwnShopGate } from "@/features/menu-editing/own-shop-gate";
import { useMenuChange } from "@/features/menu-editing/use-menu-change";
import { shopDeskWords } from "@/features/shop-settings/shop-desk-words";
import { tableCodesSheet } from "@/features/shop-settings/table-sheet";
import { TableSheet } from "@/features/shop-settings/table-view";
import { printing } from "@/platform/print";
import { api } from "@/rpc";
import { Button, Card, EmptyState, ListRow, Page, TextField, toast } from "@/ui";
import "./index.scss";

function NewTable({ menu }: { menu: EditableMenu }) {
  const t = useWords(shopDeskWords);
  const say = useSay();
  const [name, setName] = useState("");
  const { busy, run, invalid } = useMenuChange(menu);
  const add = async () => {
    const { shopId } = menu.shop;
    if (!(await run(() => api.merchant.setTable.mutate({ shopId, tableId: null, name })))) return;
    toast(t("added", { name }));
    setName("");
  };
  return (
    <Card>
      <View className="tables__row">
        <View className="tables__field">
          <TextField
            id="table-name"
            label={t("tableName")}
            value={name}
            maxLength={20}
            placeholder={t("tableHint")}
            error={invalid ? say(invalid.words) : ""}
            onChange={setName}
            onConfirm={() => void add()}
          />
        </View>
        <Button
          id="table-add"
          className="tables__add"
          loading={busy}
          disabled={name.trim() === ""}
          onTap={() => void add()}
        >
          {t("addTable")}
        </Button>
      </View>
    </Card>
  );
}

function PrintAll({ menu }: { menu: EditableMenu }) {
  const t = useWords(shopDeskWords);
  if (printing.kind === "none") return <View className="tables__text">{t("printElsewhere")}</View>;
  const { print } = printing;
  return (
    <View className="tables__print">
      <Button id="tables-print" kind="quiet" size="l" onTap={() => print(tableCodesSheet(menu))}>
        {t("printAll")}
      </Button>
    </View>
  );
}

function Tables({ menu }: { menu: EditableMenu }) {
  const t = useWords(shopDeskWords);
  const [shown, setShown] = useState<{ tableId: string; open: boolean } | null>(null);
  const table = menu.tables.find((one) => one.tableId === shown?.tableId);
  return (
    <>
      <View className="tables__text">{t("codeText")}</View>
      <NewTable menu={menu} />
      {menu.tables.length === 0 ? (
        <EmptyState art="bowl" title={t("noTables")} text={t("noTablesText")} />
      ) : (
        <>
          <PrintAll menu={menu} />
          <Card flush>
            {menu.tables.map(({ tableId, name }) => (
              <ListRow
                key={tableId}
                id={`table-${tableId}`}
                icon="scan"
                title={name}
                label={t("showCode", { name })}
                onTap={() => setShown({ tableId, open: true })}
              />
            ))}
          </Card>
        </>
      )}
      {table && shown ? (
        <TableSheet
          key={`${table.tableId} ${table.name}`}
          menu={menu}
          table={table}
          open={shown.open}
          onClose={() => setShown({ ...shown, open: false })}
        />
      ) : null}
    </>
  );
}

export default function MerchantTablesPage() {
  const t = useWords(shopDeskWords);
  return (
    <Page title={t("tablesTitle")}>
      <OwnShopGate>{(menu) => <Tables key={menu.shop.shopId} menu={menu} />}</OwnShopGate>
    </Page>
  );
}
