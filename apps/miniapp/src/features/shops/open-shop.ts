import Taro from "@tarojs/taro";

export const openShop = (shopId: string): void =>
  void Taro.navigateTo({ url: `/pages/order/shop/index?shopId=${shopId}` });
