import { LogoutOutlined, SearchOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { NavLink } from "react-router";
import { useClientConfig } from "../../rpc/client-config.ts";
import { useSay } from "../../ui/language.tsx";
import { LiveDot } from "../live/live-dot.tsx";
import { paletteShortcut } from "../palette/shortcut.ts";
import { useSession } from "../session/require-session.tsx";
import { useLogout } from "../session/use-session.ts";
import { DeskSwitches } from "./desk-switches.tsx";
import { Logo } from "./logo.tsx";
import { pages } from "./pages.tsx";
import { useWaiting } from "./use-waiting.ts";

export function Navigation({ onSearch }: { onSearch: () => void }) {
  const say = useSay();
  const session = useSession();
  const logout = useLogout();
  const config = useClientConfig();
  const waiting = useWaiting();
  return (
    <nav className="nav" aria-label={say("主导航", "Main")}>
      <div className="nav-brand">
        <Logo />
        <div className="nav-label">
          <strong>{say("三栖运营台", "Sanqi Console")}</strong>
          <span>{config.data?.campusName}</span>
        </div>
      </div>
      <button type="button" className="nav-search" onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <SearchOutlined />
        <span className="nav-label">{say("找页面、找订单", "Search")}</span>
        <kbd className="nav-label">{paletteShortcut}</kbd>
      </button>
      <ul>
        {pages.map((page) => (
          <li key={page.key} className={page.begins ? "nav-begins" : ""}>
            <NavLink to={page.path} end={page.path === "/"} title={say(page.name)}>
              {page.icon}
              <span className="nav-label">{say(page.name)}</span>
              {(waiting[page.key] ?? 0) > 0 && (
                <>
                  <span className="nav-count" title={say("需要处理", "Need attention")} aria-hidden="true">
                    {waiting[page.key]}
                  </span>
                  <span className="sr-only">
                    {say(`${waiting[page.key]} 项需要处理`, `${waiting[page.key]} need attention`)}
                  </span>
                </>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
      <div className="nav-foot">
        <LiveDot />
        <DeskSwitches compact />
        <div className="nav-person">
          <span className="avatar" aria-hidden="true">
            {session.displayName.slice(0, 1)}
          </span>
          <span className="nav-label">{session.displayName}</span>
          <Button
            type="text"
            size="small"
            icon={<LogoutOutlined />}
            loading={logout.isPending}
            onClick={() => logout.mutate()}
            aria-label={say("退出登录", "Log out")}
            title={say("退出登录", "Log out")}
          />
        </div>
      </div>
    </nav>
  );
}
