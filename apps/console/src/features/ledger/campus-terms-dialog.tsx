import { App, Input, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { EffectDialog } from "../../ui/effect-dialog.tsx";
import { useSay } from "../../ui/language.tsx";
import { YuanInput } from "../../ui/yuan-input.tsx";
import { readTerms, type TermsForm, termsEffects, termsForm } from "./campus-terms.ts";
import { type Terms, useSetCampusTerms } from "./use-ledger.ts";

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  );
}

/** New terms for the whole campus. */
export function CampusTermsDialog({ terms, onClose }: { terms: Terms["now"]; onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const save = useSetCampusTerms();
  const [form, setForm] = useState<TermsForm>(() => termsForm(terms));
  const change = (some: Partial<TermsForm>) => setForm({ ...form, ...some });
  const read = readTerms(form);
  const text = (key: "commission" | "riderShare", label: string) => (
    <Field id={`terms-${key}`} label={label}>
      <Input
        id={`terms-${key}`}
        value={form[key]}
        maxLength={6}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Field>
  );

  const submit = () =>
    read &&
    save.mutate(read, {
      onSuccess: () => {
        void message.success(say("约定已保存", "The terms are saved"));
        onClose();
      },
    });

  return (
    <EffectDialog
      title={say("修改校园约定", "Change the campus's terms")}
      okText={say("保存约定", "Save the terms")}
      effects={
        read
          ? termsEffects(read).map((effect) => say(effect))
          : [say("先把比例写成 8.5%，金额写成 3.00", "first write 8.5% and 3.00")]
      }
      ready={read !== null}
      pending={save.isPending}
      error={save.error}
      onOk={submit}
      onClose={onClose}
    >
      <div className="two-fields even">
        {text("commission", say("商家佣金", "Commission"))}
        {text("riderShare", say("骑手分得配送费", "Rider's part of the fee"))}
        <Field id="terms-minimum" label={say("每单骑手保底", "A delivery pays at least")}>
          <YuanInput
            id="terms-minimum"
            value={form.riderMinimum}
            onChange={(riderMinimum) => change({ riderMinimum })}
          />
        </Field>
        <Field id="terms-payout" label={say("起付额", "Least pay-out")}>
          <YuanInput
            id="terms-payout"
            value={form.payoutMinimum}
            onChange={(payoutMinimum) => change({ payoutMinimum })}
          />
        </Field>
        <div>
          <span className="field-label">{say("发薪周期", "Pay-outs")}</span>
          <Segmented<TermsForm["every"]>
            block
            aria-label={say("发薪周期", "Pay-outs")}
            value={form.every}
            onChange={(every) => change({ every })}
            options={[
              { value: "day", label: say("每天", "Daily") },
              { value: "week", label: say("每周", "Weekly") },
            ]}
          />
        </div>
        <Field id="terms-from" label={say("何时起（不填：现在）", "From (empty: now)")}>
          <Input
            id="terms-from"
            type="datetime-local"
            value={form.from}
            onChange={(event) => change({ from: event.target.value })}
          />
        </Field>
      </div>
    </EffectDialog>
  );
}
