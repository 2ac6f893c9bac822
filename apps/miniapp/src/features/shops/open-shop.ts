import Taro from "@tarojs/taro";

/** @param tableId the table whose code was scanned there */
export const openShop = (shopId: string, tableId?: string): void =>
  void Taro.navigateTo({
    url: `/pages/order/shop/index?shopId=${shopId}${tableId ? `&tableId=${tableId}` : ""}`,
  });
