import { Input, Text, Textarea, View } from "@tarojs/components";
import { Icon } from "../icon";
import { Tappable } from "../tappable";
import "./fields.scss";

type FieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  error?: string;
  hint?: string;
  maxLength?: number;
  id?: string;
};

export function TextField({
  label,
  value,
  onChange,
  placeholder,
  error,
  hint,
  maxLength = 60,
  type = "text",
  id,
  onConfirm,
}: FieldProps & { type?: "text" | "number" | "digit" | "idcard"; onConfirm?: () => void }) {
  return (
    <View className={`sq-field${error ? " has-error" : ""}`}>
      <Text className="sq-field__label">{label}</Text>
      <Input
        {...(id ? { id } : {})}
        aria-label={label}
        className="sq-field__input"
        type={type}
        value={value}
        maxlength={maxLength}
        placeholder={placeholder ?? ""}
        placeholderClass="sq-placeholder"
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onConfirm?.()}
      />
      {error || hint ? <Text className="sq-field__note">{error || hint}</Text> : null}
    </View>
  );
}

export function TextArea({
  label,
  value,
  onChange,
  placeholder,
  error,
  hint,
  maxLength = 200,
  id,
}: FieldProps) {
  return (
    <View className={`sq-field${error ? " has-error" : ""}`}>
      <Text className="sq-field__label">{label}</Text>
      <Textarea
        {...(id ? { id } : {})}
        aria-label={label}
        className="sq-field__area"
        value={value}
        maxlength={maxLength}
        placeholder={placeholder ?? ""}
        placeholderClass="sq-placeholder"
        onInput={(event) => onChange(event.detail.value)}
      />
      <View className="sq-field__foot">
        <Text className="sq-field__note">{error || hint || ""}</Text>
        <Text className="sq-field__count">{`${value.length}/${maxLength}`}</Text>
      </View>
    </View>
  );
}

type SearchBarProps = {
  value: string;
  onChange: (value: string) => void;
  onSubmit?: () => void;
  placeholder: string;
  focus?: boolean;
  id?: string;
};

/** With `onTap` it is a door to the search page, without it is the field itself. */
export function SearchBar({ value, onChange, onSubmit, placeholder, focus, id }: SearchBarProps) {
  return (
    <View className="sq-search">
      <Icon name="search" size={20} className="sq-search__icon" />
      <Input
        {...(id ? { id } : {})}
        aria-label={placeholder}
        className="sq-search__input"
        type="text"
        confirmType="search"
        focus={!!focus}
        value={value}
        placeholder={placeholder}
        placeholderClass="sq-placeholder"
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onSubmit?.()}
      />
      {value ? (
        <Tappable label="清空 Clear" className="sq-search__clear" onTap={() => onChange("")}>
          <Icon name="close" size={16} />
        </Tappable>
      ) : null}
    </View>
  );
}

/** Looks like the field and opens the page that has it. */
export function SearchDoor({
  placeholder,
  onTap,
  id,
}: {
  placeholder: string;
  onTap: () => void;
  id?: string;
}) {
  return (
    <Tappable {...(id ? { id } : {})} role="link" label={placeholder} onTap={onTap} className="sq-search">
      <Icon name="search" size={20} className="sq-search__icon" />
      <Text className="sq-placeholder">{placeholder}</Text>
    </Tappable>
  );
}
