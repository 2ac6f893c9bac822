import { Select } from "antd";
import { useName, useSay } from "../../ui/language.tsx";
import { type Shop, useShops } from "./use-shops.ts";

type Props = {
  id?: string;
  value: string | null;
  onChange: (shopId: Shop["shopId"] | null) => void;
  all?: boolean;
};

/** One shop by its name; `all`: none chosen means every shop. */
export function ShopSelect({ id, value, onChange, all }: Props) {
  const say = useSay();
  const name = useName();
  const shops = useShops();
  return (
    <Select
      {...(id ? { id } : {})}
      className="shop-filter"
      allowClear={all ?? false}
      showSearch={{ optionFilterProp: "label" }}
      loading={shops.isPending}
      placeholder={all ? say("所有店铺", "All shops") : say("选择店铺", "Choose a shop")}
      aria-label={say("店铺", "Shop")}
      value={value}
      onChange={(shopId: string | undefined) =>
        onChange(shops.data?.find((shop) => shop.shopId === shopId)?.shopId ?? null)
      }
      options={(shops.data ?? []).map((shop) => ({ value: shop.shopId as string, label: name(shop) }))}
    />
  );
}
