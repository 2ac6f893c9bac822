import { Input } from "antd";

type Props = {
  id?: string;
  label?: string;
  /** Yuan as it is typed: "12.5". */
  value: string;
  wrong?: boolean;
  disabled?: boolean;
  placeholder?: string;
  onChange: (value: string) => void;
};

/** An amount as text: only parsing it makes money of it. */
export function YuanInput({ id, label, value, wrong, disabled, placeholder, onChange }: Props) {
  return (
    <Input
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      {...(wrong ? { status: "error" as const, "aria-invalid": true } : {})}
      className="yuan-input"
      prefix="¥"
      inputMode="decimal"
      maxLength={12}
      disabled={disabled ?? false}
      placeholder={placeholder ?? "0.00"}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
