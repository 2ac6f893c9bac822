import Taro from "@tarojs/taro";
import { translator, useLanguage } from "@/features/i18n";
import { scan } from "@/platform/scan";
import { api } from "@/rpc";
import { toast } from "@/ui";
import { openShop } from "./open-shop";
import { readScanned } from "./scanned";
import { shopWords } from "./shop-words";

/** Goes where the code leads: to the table's menu, or to paying. @returns false where nobody knows the code. Throws what the server refuses. */
export async function openScanned(text: string): Promise<boolean> {
  const found = readScanned(text);
  if (found.kind === "payCode")
    await Taro.navigateTo({ url: `/pages/order/pay-for/index?code=${found.code}` });
  if (found.kind === "table") {
    const { tableId } = found;
    openShop(found.shopId ?? (await api.catalog.table.query({ tableId })).shopId, tableId);
  }
  return found.kind !== "unknown";
}

/** Opens the camera; where there is none, the page with a field. */
export async function scanAnything(): Promise<void> {
  const read = await scan();
  if (read.ok) {
    const known = await openScanned(read.value);
    if (!known)
      toast(translator(shopWords, useLanguage.getState().language)("scanUnknown"), { tone: "danger" });
  } else if (read.error.kind === "unavailable") await Taro.navigateTo({ url: "/pages/order/scan/index" });
}
