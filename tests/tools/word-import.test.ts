/** Old Word files, converted by LibreOffice and imported. */

import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, Sandbox } from "../support/cli.ts";

const sandbox = new Sandbox();

/** Characters as RTF has them. */
function rtf(text: string): string {
  return [...text].map((one) => (one < "\x7f" ? one : `\\u${one.codePointAt(0) ?? 0}?`)).join("");
}

function row(...texts: readonly string[]): string {
  const edges = texts.map((_, at) => `\\cellx${(at + 1) * 3000}`).join("");
  return `\\trowd${edges}${texts.map((text) => `\\intbl ${rtf(text)}\\cell`).join("")}\\row`;
}

beforeAll(() => {
  const source = path.join(sandbox.folder, "来稿.rtf");
  const title = `\\pard\\qc\\fs44 ${rtf("某县整治扬尘")}\\par`;
  const text = `\\pard\\ql\\fs32 ${rtf("大肠菌群")}10{\\super 4}${rtf("个，罚款")}{\\strike 20}30${rtf("万元。")}\\par`;
  const table = `${row("县区", "件数")}${row("祁阳", "24")}`;
  writeFileSync(
    source,
    `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 SimSun;}}${title}${text}${table}\\pard ${rtf("尾。")}\\par}`,
  );
  const profile = pathToFileURL(path.join(sandbox.folder, "profile")).href;
  const settings = [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "doc:MS Word 97"];
  execFileSync("soffice", [...settings, "--outdir", sandbox.folder, source], { stdio: "pipe" });
}, 300_000);

afterAll(() => {
  sandbox.dispose();
});

test.each(["doc", "rtf"])("a .%s keeps its words, numbers and scripts", { timeout: 300_000 }, async (kind) => {
  const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("jianbao-word"));
  const before = left();
  const root = new Sandbox();
  const { code, stdout, stderr } = await cli("import", path.join(sandbox.folder, `来稿.${kind}`), "--root", root.root);
  expect([code, stderr]).toEqual([0, ""]);
  const written = root.read(/已导入：(\S+\.md)/.exec(stdout)?.[1] ?? "");
  root.dispose();
  expect(written).toContain("标题: 某县整治扬尘\n");
  expect(written).toContain("大肠菌群10⁴个，罚款30万元。");
  expect(written).toContain("| 县区 | 件数 |\n| --- | --- |\n| 祁阳 | 24 |");
  expect(stdout).toMatch(/划掉的字（有删除线）没有带入：“20”/);
  expect(left()).toEqual(before);
});
