/** What `npm run new` says, in the order in which it is read. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { run } from "../../src/commands/new.ts";
import { cli, Sandbox } from "../support/cli.ts";

const sandbox = new Sandbox();
afterEach(() => {
  vi.restoreAllMocks();
  sandbox.dispose();
});

test("files, then what was mended in a line each, then the notice, then the next step", async () => {
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => printed.push(line) > 0);
  expect(await run(["--root", sandbox.root, "--date", "2026-11-21"])).toBe(0);
  const folder = "content/issues/2026-1";
  expect(printed).toEqual([
    "已新建：",
    ...["issue.yaml", "counts.yaml", "01-立行立改动态.md", "02-重点信访件办理情况.md", "03-信访件情况.md"].map(
      (name) => `  ${folder}/${name}`,
    ),
    "从上一期照搬的句子，用字顺手改了（上一期没有动）：",
    "  03-信访件情况.md：“截止”改为“截至”，2 处",
    expect.stringMatching(/^注意：.*相隔 2204 天.*期号从 1 重新排起.*删去 content\/issues\/2026-1 文件夹/),
    expect.stringMatching(/^下一步：/),
  ]);
});

describe("in a folder without a bulletin", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "jianbao-bare-"));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const say = async (...args: string[]): Promise<string[]> => {
    const printed: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => printed.push(line) > 0);
    expect(await run(args)).toBe(0);
    return printed;
  };

  test("that is empty, the files to be filled in are made, and the next step is said", async () => {
    expect(await say("--root", root)).toEqual([
      "已新建：",
      "  data/bulletin.yaml",
      "  data/units.yaml",
      "  data/tallies.yaml",
      `下一步：填好这几个文件（步骤见 docs/new-office.md），然后运行 npm run new -- --root ${root} 建第一期。`,
    ]);
    expect(readdirSync(root)).toEqual(["data"]);
    // What an office must write is asked for by name, so that no skeleton is printed.
    const { code, stderr, stdout } = await cli("check", "--root", root);
    expect(code).toBe(1);
    for (const name of ["刊名", "编发单位", "全称"]) expect(stdout + stderr).toContain(`“${name}”后面没有内容`);
  });

  test("that is not empty, nothing is made unasked, and what is there stays", async () => {
    writeFileSync(path.join(root, "别的.txt"), "");
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await expect(run(["--root", root])).rejects.toThrow("data 文件夹里的资料有错");
    expect(readdirSync(root)).toEqual(["别的.txt"]);
    mkdirSync(path.join(root, "data"));
    writeFileSync(path.join(root, "data/units.yaml"), "- 东湖区\n");
    expect(await say("bulletin", "--root", root)).toEqual(
      expect.arrayContaining(["  data/bulletin.yaml", "  data/tallies.yaml"]),
    );
    expect(readFileSync(path.join(root, "data/units.yaml"), "utf8")).toBe("- 东湖区\n");
    await expect(run(["bulletin", "--root", root])).rejects.toThrow("刊物的资料已经有了");
  });
});
