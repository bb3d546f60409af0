/** A kept PDF is used only while everything that determines it is the same: each ingredient is changed in turn. */

import { chmodSync, copyFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Editions, editionSetting } from "../../../src/build/editions.ts";
import type { EditionSetting } from "../../../src/build/editions.ts";
import { FileDigests } from "../../../src/build/file-digests.ts";
import { Memo } from "../../../src/build/memo.ts";
import { prepare } from "../../../src/build/prepare.ts";
import { Program } from "../../../src/build/program.ts";
import { fontConfig } from "../../../src/build/print-issue.ts";
import { standIn } from "../../../src/output/pdf/font/stand-ins.ts";
import { Sandbox } from "../../support/cli.ts";

const issue = "content/issues/2020-15";
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  sandbox.edit(`${issue}/05-信访件情况.md`, "### 2. 信访件办理情况", "![现场](现场.png)\n\n### 2. 信访件办理情况");
  sandbox.write(`${issue}/现场.png`, png);
  copyFileSync(standIn("楷体").file, sandbox.path("data/楷体.woff"));
});
afterEach(() => {
  sandbox.dispose();
  vi.unstubAllEnvs();
});

/** What the example is kept under, with another setting if one is given. */
async function parts(change: Partial<EditionSetting> = {}): Promise<{ setting: EditionSetting; key: string }> {
  const { archive, issues, root } = prepare(sandbox.root);
  const built = issues[0];
  if (archive === undefined || built === undefined) throw new Error("the example is broken");
  const { bulletin } = archive;
  const fonts = fontConfig(bulletin, root);
  const digests = new FileDigests(new Memo(undefined));
  const setting = { ...(await editionSetting(fonts, digests, new Program())), ...change };
  return { setting, key: new Editions(new Memo(undefined), { root, bulletin, fonts, digests, setting }).keyOf(built) };
}

const changes: readonly (readonly [string, (sandbox: Sandbox) => void])[] = [
  ["a word of an article", (s) => s.edit(`${issue}/05-信访件情况.md`, "信访案件", "信访件")],
  ["a count", (s) => s.edit(`${issue}/counts.yaml`, "    道县: 18", "    道县: 19")],
  ["the bytes of a picture", (s) => s.write(`${issue}/现场.png`, Buffer.concat([png, Buffer.from("x")]))],
  ["the masthead", (s) => s.write("data/bulletin.yaml", s.read("data/bulletin.yaml").replace("工作简报", "工作通报"))],
  [
    "a print option",
    (s) => s.write("data/bulletin.yaml", `${s.read("data/bulletin.yaml")}\n印刷:\n  镜像页边距: 是\n`),
  ],
  ["a keyword", (s) => s.edit("data/bulletin.yaml", "信访件, 立行立改]", "信访件]")],
  ["the choice of a font", (s) => s.write("data/bulletin.yaml", withFont(s.read("data/bulletin.yaml")))],
];

function withFont(text: string): string {
  return `${text}\n字体:\n  楷体: { 文件: data/楷体.woff }\n`;
}

describe("the name that an edition is kept under", () => {
  test("is the same while nothing changes", async () => {
    expect((await parts()).key).toBe((await parts()).key);
  });

  test.each(changes)("changes with %s", async (_, change) => {
    const { key } = await parts();
    change(sandbox);
    expect((await parts()).key).not.toBe(key);
  });

  test("changes with the bytes of a font file, its name the same", async () => {
    sandbox.write("data/bulletin.yaml", withFont(sandbox.read("data/bulletin.yaml")));
    const { key } = await parts();
    writeFileSync(sandbox.path("data/楷体.woff"), "x", { flag: "a" });
    expect((await parts()).key).not.toBe(key);
  });

  test("changes with the browser, and with its version", async () => {
    const keys = [(await parts()).key];
    const browser = path.join(sandbox.folder, "browser");
    vi.stubEnv("PUPPETEER_EXECUTABLE_PATH", browser);
    for (const version of ["143.0.1", "143.0.2"]) {
      writeFileSync(browser, `#!/bin/sh\necho "Chromium ${version}"\n`);
      chmodSync(browser, 0o755);
      keys.push((await parts()).key);
    }
    expect(new Set(keys).size).toBe(3);
  });

  test("changes with every part of the setting: fonts, style sheets, browser, program", async () => {
    const { setting, key } = await parts();
    const names = ["browser", "fonts", "program", "styles"] as const;
    expect(Object.keys(setting).sort()).toEqual(names);
    const others = await Promise.all(names.map(async (name) => (await parts({ [name]: ["other"] })).key));
    expect(new Set([key, ...others]).size).toBe(1 + names.length);
  });
});
