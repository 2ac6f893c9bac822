import { type AccountId, isId } from "@sanqi/kernel";
import { App, Input, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import { usePeople } from "../people/use-people.ts";
import { momentField } from "./form.ts";
import { type Offer, useGiveCoupons } from "./use-offers.ts";

const most = 500;
const month = 30 * 24 * 60 * 60_000;

/** One coupon of a rule for each of a list of accounts, found by name or pasted as ids. */
export function GiveDialog({ offer, now, onClose }: { offer: Offer; now: number; onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const give = useGiveCoupons();
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const [text, setText] = useState("");
  const [until, setUntil] = useState(() => momentField(offer.when.until ?? now + month));
  const people = usePeople(useDeferredValue(text), null);
  const accountIds = wanted.filter((id): id is AccountId => isId("account", id));
  const validUntilAt = until === "" ? Number.NaN : Date.parse(`${until}:00+08:00`);
  const wrong = wanted.length - accountIds.length;

  const submit = () =>
    give.mutate(
      { discountId: offer.discountId, accountIds, validUntilAt },
      {
        onSuccess: ({ given }) => {
          void message.success(
            say(
              `已发 ${given} 张${given < accountIds.length ? `，${accountIds.length - given} 人手里还有，没有重发` : ""}`,
              `${given} given${given < accountIds.length ? `; ${accountIds.length - given} still hold one` : ""}`,
            ),
          );
          onClose();
        },
      },
    );

  return (
    <EffectDialog
      title={say(`发券 · ${offer.name.zh}`, `Give coupons · ${offer.name.en}`)}
      okText={say(`发给 ${accountIds.length} 人`, `Give to ${accountIds.length}`)}
      effects={[
        say(
          `给 ${accountIds.length} 人各 1 张“${offer.terms.zh}”`,
          `give 1 coupon “${offer.terms.en}” to each of ${accountIds.length} people`,
        ),
        say("手里还有没用的同学不会重复收到", "give no second one to who still holds one"),
        say(`有效到 ${until.replace("T", " ")}`, `be good until ${until.replace("T", " ")}`),
        say("发出后不能收回，只能结束整个优惠", "not be undoable, except by ending the whole offer"),
      ]}
      ready={accountIds.length > 0 && accountIds.length <= most && wrong === 0 && validUntilAt > now}
      pending={give.isPending}
      error={give.error}
      onOk={submit}
      onClose={onClose}
    >
      <label className="field-label" htmlFor="coupon-people">
        {say("发给谁（搜姓名，或粘贴账号，每行一个）", "To whom (search names, or paste account ids)")}
      </label>
      <Select
        id="coupon-people"
        mode="tags"
        className="wide-select"
        tokenSeparators={[",", " ", "\n", "\t", "，", "、"]}
        showSearch={{ filterOption: false, onSearch: setText }}
        loading={people.isFetching}
        value={[...wanted]}
        onChange={(ids) => setWanted(ids)}
        options={(people.data ?? []).map((person) => ({
          value: person.accountId as string,
          label: person.displayName || person.accountId,
        }))}
      />
      {wrong > 0 && (
        <p className="small tone-danger-ink" role="alert">
          {say(`${wrong} 个不是账号，请去掉`, `${wrong} are no account ids; remove them`)}
        </p>
      )}
      {accountIds.length > most && (
        <p className="small tone-danger-ink" role="alert">
          {say(`一次最多 ${most} 人`, `At most ${most} at once`)}
        </p>
      )}
      <label className="field-label" htmlFor="coupon-until">
        {say("有效到", "Good until")}
      </label>
      <Input
        id="coupon-until"
        type="datetime-local"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </EffectDialog>
  );
}
