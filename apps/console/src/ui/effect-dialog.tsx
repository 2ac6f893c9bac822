import { Alert, Button, Modal } from "antd";
import type { ReactNode } from "react";
import { failureOf } from "../rpc/failure.ts";
import { FailureDetails } from "./failure-notice.tsx";
import { useSay } from "./language.tsx";

type Props = {
  title: string;
  okText: string;
  /** What the press will do, one sentence each. */
  effects: readonly string[];
  ready: boolean;
  danger?: boolean;
  width?: number;
  pending: boolean;
  /** Why the last press failed; null: it has not. */
  error: unknown;
  onOk: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks once: what the press will do stands above the button that does it. */
export function EffectDialog(props: Props) {
  const say = useSay();
  return (
    <Modal
      open
      title={props.title}
      width={props.width ?? 520}
      style={{ top: 40 }}
      onCancel={props.onClose}
      footer={[
        <Button key="back" onClick={props.onClose}>
          {say("返回", "Back")}
        </Button>,
        <Button
          key="go"
          type="primary"
          danger={props.danger ?? false}
          disabled={!props.ready}
          loading={props.pending}
          onClick={props.onOk}
        >
          {props.okText}
        </Button>,
      ]}
    >
      {props.children}
      <div className="effects-box" aria-live="polite">
        <p>{say("按下之后：", "This will:")}</p>
        <ul className="effects">
          {props.effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      </div>
      {props.error !== null && (
        <Alert
          className="dialog-alert"
          type="error"
          showIcon
          title={say(failureOf(props.error).words)}
          description={<FailureDetails error={props.error} />}
        />
      )}
    </Modal>
  );
}
