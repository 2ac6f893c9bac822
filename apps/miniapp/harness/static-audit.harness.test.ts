import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { namespacesInScripts } from "./static-audit.ts";

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), "sanqi-scripts-"));
});
afterEach(() => rmSync(dist, { recursive: true }));

const found = (script: string) => {
  writeFileSync(path.join(dist, "page.js"), script);
  return [...namespacesInScripts(dist)].sort();
};

describe("namespaces in compiled scripts", () => {
  it("are found with their members, however these are written", () => {
    expect(found(`wx.login();(my["webpackJsonp"]=my["webpackJsonp"]||[]);const a=dd;`)).toEqual([
      "dd",
      "my.webpackJsonp",
      "wx.login",
    ]);
  });

  it("are not mixed up with locals and properties of the same two letters", () => {
    expect(found(`function f(my){const dd={wx:1};return my.alert()+dd.wx+{my:2}.my}`)).toEqual([]);
  });
});
