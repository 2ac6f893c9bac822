import { type ReactNode, useEffect } from "react";

/** The title row of a page; it names the browser's tab too. */
export function PageHead({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Sanqi`;
  }, [title]);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {note && <p className="page-note">{note}</p>}
      </div>
      <div className="page-actions">{children}</div>
    </header>
  );
}
