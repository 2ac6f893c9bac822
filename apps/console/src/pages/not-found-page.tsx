import { Link } from "react-router";
import { EmptyState } from "../ui/empty-state.tsx";
import { useSay } from "../ui/language.tsx";

export function NotFoundPage() {
  const say = useSay();
  return (
    <div className="page">
      <EmptyState drawing="search" title={say("没有这个页面", "There is no such page")}>
        <Link to="/" className="link">
          {say("回到总览", "Back to the overview")}
        </Link>
      </EmptyState>
    </div>
  );
}
