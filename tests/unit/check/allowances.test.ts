/** What an issue allows to be printed counts where it is printed, not where it is allowed. */

import { expect, test } from "vitest";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { personalItemsOf } from "../../../src/check/allowances.ts";
import { Root } from "../../../src/read/load/root.ts";
import { readAllowances } from "../../../src/read/schema/read-allowances.ts";
import { parseYaml } from "../../../src/read/source/yaml.ts";
import type { Bulletin } from "../../../src/model/bulletin.ts";
import { archiveOf, vocabularyOf } from "./rules/archive.ts";

const vocabulary = vocabularyOf("分组: {}\n指标:\n  受理:\n");
const archive = archiveOf(vocabulary, { id: "2020-15", date: "2020-11-08" });
const bulletin = { ruleLevels: {}, privacyAllowed: [] as Bulletin["privacyAllowed"] } as Bulletin;
const folder = "content/issues/2020-15";

/** The codes of the problems, and how many places each allowance let pass. */
function read(head: string, body: string): { problems: readonly string[]; letPass: readonly number[] } {
  const source = new SourceText(`${folder}/issue.yaml`, head);
  const { yaml } = parseYaml(source);
  const [issue] = archive.issues;
  if (yaml === undefined || issue === undefined) throw new Error("no issue");
  const privacyAllowed = readAllowances(yaml.value as never, [], yaml).value ?? [];
  const { problems, allowed } = personalItemsOf(
    { ...issue, privacyAllowed },
    [source, new SourceText(`${folder}/01.md`, body)],
    { bulletin, vocabulary },
    new Root(import.meta.dirname),
  );
  return { problems: problems.map(({ code }) => code), letPass: allowed.map(({ hid }) => hid.length) };
}

/** However the list is written: its key quoted, in one line, on the line of another key, its entries over several lines. */
const WRITTEN = [
  "隐私放行:\n  - { 内容: '13812345678', 原因: 本人同意 }\n",
  '"隐私放行": [{ 内容: "13812345678", 原因: 本人同意 }]\n',
  "? 隐私放行\n: - 内容: '13812345678'\n    原因: 本人同意\n",
  "{ 隐私放行: [{ 内容: '13812345678',\n原因: 本人同意 }], 期号: 15 }\n",
];

test.each(WRITTEN)("an allowance that nothing needs is told, not taken for its own use: %j", (head) => {
  expect(read(head, "正文。\n")).toEqual({ problems: ["allowance-stale"], letPass: [] });
});

test.each(WRITTEN)("an allowance lets pass what is printed: %j", (head) => {
  expect(read(head, "电话13812345678。\n")).toEqual({ problems: [], letPass: [1] });
});

test("what another key of the same file says is printed", () => {
  const head = "隐私放行: [{ 内容: '13812345678', 原因: 本人同意 }]\n联系:\n  电话: 13812345678\n";
  expect(read(head, "正文。\n")).toEqual({ problems: [], letPass: [1] });
});
