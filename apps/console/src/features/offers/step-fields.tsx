import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form } from "antd";
import { useSay } from "../../ui/language.tsx";
import { YuanInput } from "../../ui/yuan-input.tsx";
import type { OfferForm } from "./form.ts";

type Steps = OfferForm["steps"];
const most = 10;

/** "满 … 减 …", one row a step. */
export function StepFields({ steps, onChange }: { steps: Steps; onChange: (steps: Steps) => void }) {
  const say = useSay();
  const set = (at: number, change: Partial<Steps[number]>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...change } : step)));
  return (
    <Form.Item label={say("满减档位", "Steps")}>
      <ul className="steps">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list; its text changes with each key press
          <li key={at}>
            {say("满", "from")}
            <YuanInput
              label={say(`第 ${at + 1} 档满多少`, `Step ${at + 1}: from`)}
              value={step.from}
              onChange={(from) => set(at, { from })}
            />
            {say("减", "take off")}
            <YuanInput
              label={say(`第 ${at + 1} 档减多少`, `Step ${at + 1}: off`)}
              value={step.off}
              onChange={(off) => set(at, { off })}
            />
            {steps.length > 1 && (
              <Button
                type="text"
                icon={<MinusCircleOutlined />}
                aria-label={say(`去掉第 ${at + 1} 档`, `Remove step ${at + 1}`)}
                onClick={() => onChange(steps.filter((_, index) => index !== at))}
              />
            )}
          </li>
        ))}
      </ul>
      {steps.length < most && (
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange([...steps, { from: "", off: "" }])}
        >
          {say("再加一档", "One more step")}
        </Button>
      )}
    </Form.Item>
  );
}
