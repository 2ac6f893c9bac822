import { describe, expect, it } from "vitest";
import { readTemplates } from "./templates.ts";

const wxml = `<template name="tmpl_0_0">
  <view hover-class="{{i.p4||'none'}}" bindtap="eh" catchtouchmove="eh" id="{{i.uid||i.sid}}" data-sid="{{i.sid}}">
    <template is="x" data="{{i:item}}" wx:for="{{i.cn}}" wx:key="sid" />
  </view>
</template>
<template name="tmpl_0_33">
  <template is="{{xs.c(i, 'tmpl_0_')}}" data="{{i:i,c:c}}" />
</template>
<template name="tmpl_0_33_blur">
  <input value="{{i.p25}}" password="{{xs.b(i.p12,!1)}}" bindinput="eh" id="{{i.uid||i.sid}}"></input>
</template>`;

describe("compiled templates", () => {
  it("tell the element, its events and which property fills an attribute", () => {
    const view = readTemplates(wxml).get("0");
    expect(view?.tag).toBe("view");
    expect(view?.attributes.get("hover-class")).toBe("p4");
    expect([...(view?.events ?? [])]).toEqual(["tap", "touchmove"]);
  });

  it("follow an input to the template that draws it", () => {
    const input = readTemplates(wxml).get("33");
    expect(input).toMatchObject({ tag: "input", events: new Set(["input"]) });
    expect(input?.attributes.get("value")).toBe("p25");
  });

  it("read Alipay's way of writing events", () => {
    const axml = `<template name="tmpl_0_1"><view onTap="eh" onLongTap="eh" only="{{i.p1}}" id="{{i.sid}}"></view></template>`;
    expect([...(readTemplates(axml).get("1")?.events ?? [])]).toEqual(["tap", "longtap"]);
  });
});
