import Taro from "@tarojs/taro";
import { type ReactNode, useEffect } from "react";
import { Icon } from "../icon";
import { Tappable } from "../tappable";
import "./nav-header.scss";

function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: "/pages/home/index" });
}

/** A browser draws no header, so H5 has one that looks like the played host's. */
export function NavHeader({ title, back, end }: { title: string; back?: boolean; end?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 三栖`;
  }, [title]);
  return (
    <header className="sq-nav">
      <div className="sq-nav__side">
        {back ? (
          <Tappable label="返回 Back" onTap={goBack} className="sq-nav__back">
            <Icon name="chevron-left" size={24} />
          </Tappable>
        ) : null}
      </div>
      <h1 className="sq-nav__title">{title}</h1>
      <div className="sq-nav__side is-end">{end}</div>
    </header>
  );
}
