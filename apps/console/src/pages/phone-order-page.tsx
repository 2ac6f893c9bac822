import { yuanText } from "@sanqi/kernel";
import { Alert, Button } from "antd";
import { useState } from "react";
import {
  emptyCart,
  isMobile,
  type PhoneCart,
  quotable,
  withPortion,
  withQuantity,
} from "../features/phone-order/cart.ts";
import { CartLines } from "../features/phone-order/cart-lines.tsx";
import { type Contact, ContactFields } from "../features/phone-order/contact-fields.tsx";
import { DishPicker } from "../features/phone-order/dish-picker.tsx";
import { PlacedOrder } from "../features/phone-order/placed-order.tsx";
import { QuoteBox } from "../features/phone-order/quote-box.tsx";
import { usePhoneQuote, usePlaceByPhone } from "../features/phone-order/use-phone-order.ts";
import { WhereAndWhen } from "../features/phone-order/where-and-when.tsx";
import { ShopSelect } from "../features/shops/shop-select.tsx";
import { useShops } from "../features/shops/use-shops.ts";
import { failureOf } from "../rpc/failure.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FailureDetails } from "../ui/failure-notice.tsx";
import { useSay } from "../ui/language.tsx";
import { PageHead } from "../ui/page-head.tsx";
import "../styles/phone-order.css";

const noContact: Contact = { phone: "", note: "", cutlery: 1 };

export function PhoneOrderPage() {
  const say = useSay();
  const [cart, setCart] = useState<PhoneCart>(emptyCart);
  const [contact, setContact] = useState<Contact>(noContact);
  const shop = useShops().data?.find((one) => one.shopId === cart.shopId);
  const handovers = (["delivery", "pickup"] as const).filter((way) => shop?.handovers.includes(way));
  const wanted = quotable(cart);
  const quote = usePhoneQuote(wanted);
  const place = usePlaceByPhone();
  const change = (some: Partial<PhoneCart>) => setCart((before) => ({ ...before, ...some }));
  const fresh = wanted && !quote.isPlaceholderData ? quote.data : null;
  const ready = fresh && fresh.problems.length === 0 && isMobile(contact.phone);

  const submit = () => {
    if (!wanted || !fresh) return;
    const { phone, note, cutlery } = contact;
    place.mutate({
      ...wanted,
      note: note.trim(),
      cutlery,
      contactPhone: phone,
      expectedTotalFen: fresh.amounts.totalFen,
    });
  };
  const again = () => {
    setCart(emptyCart);
    setContact(noContact);
    place.reset();
  };

  return (
    <div className="page">
      <PageHead
        title={say("电话订单", "Phone order")}
        note={say(
          "同学打电话来点餐：替他下单，把付款码念给他，他自己付",
          "A student orders by phone: place it, read out the pay code, and the student pays",
        )}
      />
      {place.data ? (
        <PlacedOrder orderId={place.data.orderId} onAnother={again} />
      ) : (
        <div className="phone-order">
          <section className="card">
            <h2>{say("店铺和菜", "Shop and dishes")}</h2>
            <ShopSelect
              value={cart.shopId}
              onChange={(shopId) => setCart({ ...emptyCart, shopId, placeId: cart.placeId })}
            />
            {cart.shopId ? (
              <DishPicker
                key={cart.shopId}
                shopId={cart.shopId}
                onAdd={(portion) =>
                  setCart((before) => ({ ...before, lines: withPortion(before.lines, portion) }))
                }
              />
            ) : (
              <EmptyState drawing="bowl" title={say("先选店铺", "Choose the shop first")} />
            )}
          </section>
          <section className="card phone-side">
            <h2>{say("这一单", "This order")}</h2>
            {cart.shopId && cart.lines.length > 0 ? (
              <CartLines
                shopId={cart.shopId}
                lines={cart.lines}
                onQuantity={(key, quantity) => change({ lines: withQuantity(cart.lines, key, quantity) })}
              />
            ) : (
              <p className="faint">{say("还没有菜", "No dishes yet")}</p>
            )}
            {shop && (
              <WhereAndWhen
                cart={cart}
                handovers={handovers}
                slots={quote.data?.slots ?? []}
                onChange={change}
              />
            )}
            <ContactFields contact={contact} onChange={(some) => setContact({ ...contact, ...some })} />
            {wanted && (
              <QuoteBox quote={quote.data} error={quote.error} onRetry={() => void quote.refetch()} />
            )}
            {place.isError && (
              <Alert
                type="error"
                showIcon
                title={say(failureOf(place.error).words)}
                description={<FailureDetails error={place.error} />}
              />
            )}
            <Button
              type="primary"
              size="large"
              block
              disabled={!ready}
              loading={place.isPending}
              onClick={submit}
            >
              {fresh
                ? say(
                    `下单 ¥${yuanText(fresh.amounts.totalFen)}`,
                    `Place it, ¥${yuanText(fresh.amounts.totalFen)}`,
                  )
                : say("下单", "Place it")}
            </Button>
          </section>
        </div>
      )}
    </div>
  );
}
