import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { readAllowances } from "../../../../src/read/schema/read-allowances.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";

function read(text: string): ReturnType<typeof readAllowances> {
  const { yaml } = parseYaml(new SourceText("data/bulletin.yaml", text));
  if (yaml === undefined) throw new Error("no YAML");
  return readAllowances(yaml.value as never, [{ label: "值班", value: "8127713" }], yaml);
}

test("an item may be printed with the reason; an office's fixed line, mailbox or contact without", () => {
  const { value, problems } = read(
    "隐私放行:\n  - { 内容: 张三, 原因: 本人同意 }\n  - （0746）8127714\n  - a@b.cn\n  - '8127713'\n",
  );
  expect(problems).toEqual([]);
  expect(value?.map(({ content, reason }) => [content, reason])).toEqual([
    ["张三", "本人同意"],
    ["（0746）8127714", "本单位对外公布的联系方式"],
    ["a@b.cn", "本单位对外公布的联系方式"],
    ["8127713", "本单位对外公布的联系方式"],
  ]);
});

test.each(["张三", "13800000000", "431102199001010011"])("%s without a reason is refused", (content) => {
  const { value, problems } = read(`隐私放行: ["${content}"]\n`);
  expect(value).toEqual([]);
  expect(problems).toMatchObject([{ code: "allowance-reason", severity: "error", place: { line: 1 } }]);
  expect(JSON.stringify(problems)).not.toContain(content === "张三" ? "13800000000" : content);
});
