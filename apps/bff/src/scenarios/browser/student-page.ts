import type { OrderId } from "@sanqi/kernel";
import { until } from "@sanqi/testkit";
import type { Locator, Page } from "playwright-core";
import { openShop, placeAndPay } from "../lunch.ts";
import type { Person, Stage } from "../stage.ts";
import { openAs, type Visitor } from "./chromium.ts";

/** The narrowest phone that the screens are drawn for. */
export const narrow = { width: 375, height: 812 };

/** Both looks on two hosts, each with a student of the demo campus. */
export const looks = [
  ["light", "weapp", "lin"],
  ["dark", "alipay", "chen"],
] as const;
export type Who = { readonly host: "weapp" | "alipay"; readonly person: string };

export const at = (page: Page, id: string) => page.locator(`[id="${id}"]`).first();
/** Pages that were left stay in the document, unseen. */
export const says = (page: Page, words: string) =>
  page.getByText(words).filter({ visible: true }).first().waitFor();
export const wait = (page: Page, id: string, has: RegExp) =>
  until(
    async () => (await at(page, id).innerText()).trim(),
    (text) => has.test(text),
  );

/** Scrolls there, however often the page is drawn anew meanwhile. */
export const intoView = (what: Locator) =>
  until(
    () =>
      what.scrollIntoViewIfNeeded({ timeout: 1_000 }).then(
        () => true,
        () => false,
      ),
    Boolean,
  );

/** One portion of the first dish, with its options as they are. */
export async function addFirstDish(page: Page): Promise<void> {
  await page.locator('[id^="dish-"][id$="-add"], [id^="dish-"][id$="-plus"]').first().click();
  const sheet = at(page, "option-add");
  await until(
    async () => (await sheet.isVisible()) || /[1-9]/.test(await at(page, "cart-open").innerText()),
    Boolean,
  );
  if (await sheet.isVisible()) await sheet.click();
}

/** @param table the query that a table's code adds */
export async function atShop(stage: Stage, one: Visitor, who: Who, table = ""): Promise<void> {
  const shopId = stage.ids.shops.of(openShop);
  await openAs(stage, one.page, { ...who, route: `order/shop/index?shopId=${shopId}${table}` });
  await one.page.locator('[id^="dish-"]').first().waitFor();
}

/** The student, with a dormitory to deliver to. */
export async function housed(stage: Stage, { host, person }: Who): Promise<Person> {
  const student = await stage.as(host, person);
  const placeId = stage.ids.places.of("澜园2号楼");
  await student.api.identity.setProfile.mutate({ placeId, language: "zh" });
  return student;
}

/** A lunch that was paid, cooked, carried and handed over. */
export async function delivered(stage: Stage, student: Person): Promise<OrderId> {
  const cook = await stage.as("weapp", "chef-tinglan");
  const rider = await stage.as("weapp", "rider-zhou");
  const orderId = await placeAndPay(stage, student);
  await cook.api.merchant.accept.mutate({ orderId });
  await rider.api.rider.claim.mutate({ orderId });
  await cook.api.merchant.ready.mutate({ orderId });
  await rider.api.rider.pickUp.mutate({ orderId });
  const { pickupCode } = await student.api.orders.get.query({ orderId });
  await rider.api.rider.deliver.mutate({ orderId, code: pickupCode ?? "" });
  await stage.product.idle();
  return orderId;
}
