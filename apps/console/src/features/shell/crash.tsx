import { Button } from "antd";
import { Component, type ReactNode } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useSay } from "../../ui/language.tsx";

function CrashNotice({ error }: { error: Error }) {
  const say = useSay();
  return (
    <EmptyState
      drawing="unplugged"
      title={say("这个页面出错了，其他页面不受影响", "This page broke; the others still work")}
    >
      <Button onClick={() => window.location.reload()}>{say("重新加载", "Reload")}</Button>
      <details className="failure-details">
        <summary>{say("详情", "Details")}</summary>
        <p className="mono">{error.message}</p>
      </details>
    </EmptyState>
  );
}

/** Keeps a bug on one page from taking the desk down; leaving the page clears it. */
export class Crash extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <CrashNotice error={this.state.error} /> : this.props.children;
  }
}
