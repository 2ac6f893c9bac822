import { lazy, Suspense, useEffect, useState } from "react";
import { Outlet, useLocation } from "react-router";
import { useSay } from "../../ui/language.tsx";
import { LiveOrders } from "../live/live-orders.tsx";
import { isPaletteShortcut } from "../palette/shortcut.ts";
import { RequireSession } from "../session/require-session.tsx";
import { Crash } from "./crash.tsx";
import { Navigation } from "./navigation.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";

const Palette = lazy(() => import("../palette/palette.tsx").then((m) => ({ default: m.Palette })));

/** The frame around every page behind the log-in. */
export function Shell() {
  const say = useSay();
  const [finding, setFinding] = useState(false);
  const section = useLocation().pathname.split("/")[1] ?? "";

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPaletteShortcut(event)) return;
      event.preventDefault();
      setFinding((open) => !open);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <RequireSession>
      <LiveOrders>
        <a className="skip-link" href="#content">
          {say("跳到内容", "Skip to content")}
        </a>
        <div className="shell">
          <Navigation onSearch={() => setFinding(true)} />
          <main id="content" className="content" tabIndex={-1}>
            <Crash key={section}>
              <Suspense fallback={<PageSkeleton />}>
                <Outlet />
              </Suspense>
            </Crash>
          </main>
        </div>
        {finding && (
          <Suspense fallback={null}>
            <Palette onClose={() => setFinding(false)} />
          </Suspense>
        )}
      </LiveOrders>
    </RequireSession>
  );
}
