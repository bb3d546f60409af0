import { expect, test } from "vitest";
import { mendCarried } from "../../../../src/intake/scaffold/carried-text.ts";
import { loadData } from "../../../../src/read/load/load-data.ts";
import { Root } from "../../../../src/read/load/root.ts";
import { example } from "../../../support/cli.ts";

test("sentences carried on lose the last issue's slips; data and stubs stay as they are", () => {
  const { bulletin } = loadData(new Root(example));
  if (bulletin === undefined) throw new Error("no bulletin");
  const stub = "---\n标题: 在这里写标题\n栏目: 甲\n---\n\n截止11月7日\n";
  const given = new Map([
    ["content/issues/2020-16/counts.yaml", "# 截止11月7日\n"],
    ["content/issues/2020-16/01-甲.md", stub],
    [
      "content/issues/2020-16/03-乙.md",
      "---\n栏目: 乙\n---\n\n截止{{交办.截至}}，转办{{交办}}件。截止8日,办结 2件(含1件)。\n",
    ],
  ]);
  const { files, changes } = mendCarried(given, bulletin);
  expect([...files.values()]).toEqual([
    "# 截止11月7日\n",
    stub,
    "---\n栏目: 乙\n---\n\n截至{{交办.截至}}，转办{{交办}}件。截至8日，办结2件（含1件）。\n",
  ]);
  // No rule's id, no sentence with its expressions: a line for all that is alike.
  expect(changes).toEqual([
    "03-乙.md：“截止”改为“截至”，2 处",
    "03-乙.md：“,”改为“，”",
    "03-乙.md：改了汉字与数字、字母间的空格",
    "03-乙.md：“(含1件)”改为“（含1件）”",
  ]);
});
