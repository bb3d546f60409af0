/** What `npm run new` says, in the order in which it is read. */

import { afterEach, expect, test, vi } from "vitest";
import { run } from "../../src/commands/new.ts";
import { Sandbox } from "../support/cli.ts";

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
