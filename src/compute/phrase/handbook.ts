/** docs/phrasing.md, made from the tables that the tests run. (编辑手册：数字写法大全) */

import { formGroups, sentences } from "./forms.ts";
import { filterGroups } from "./phrase.ts";

const lead = `# 数字写法大全

<!-- 这一页由 scripts/docs/write.ts 从程序里的写法表生成，测试会逐条核对，请不要直接改。 -->

稿件里凡是统计数字，都不手写，写成双花括号：\`{{交办}}\`。印出来的数来自这一期的 counts.yaml（或台账）。
竖线后面写“格式”，可以接连写几个，从左到右起作用：\`{{交办.单位 | 前: 3 | 简称}}\`。

- 标点、数字用全角半角都行：\`{{交办．单位｜前：３}}\` 也认得。要原样印出的标点（如“分隔”后面的）照写；空格或英文逗号要用引号括起来，如 \`分隔: ","\`。
- 名称里有标点的，用引号括起来：\`{{交办.单位."县区/市直"}}\`。
- 什么也印不出来的写法按错误处理；可有可无的话用“有则”“无则”。
- 下面的例子都用第15期的数据。
`;

function code(expression: string): string {
  // A bar inside a table cell has to be escaped, even within a code span.
  return `\`{{${expression.replaceAll("|", "\\|")}}}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The whole page. */
export function handbookChapter(): string {
  const forms = formGroups.map(
    ({ title, lead: words, forms: list }) =>
      `## ${title}\n\n${words}\n\n${table(
        ["写法", "印成", "说明"],
        list.map(({ expression, result, help }) => [code(expression), result, help]),
      )}\n`,
  );
  const filters = filterGroups.map(
    ({ title, filters: list }) =>
      `### ${title}\n\n${table(
        ["格式", "用处", "例子", "印成"],
        list.map(({ name, help, example }) => [name, help, code(example[0]), example[1]]),
      )}\n`,
  );
  const whole = sentences.map(
    ({ title, text, result }) => `### ${title}\n\n\`\`\`text\n${text}\n\`\`\`\n\n${result}\n`,
  );
  return [
    lead,
    ...forms,
    "## 格式\n\n写在竖线后面。\n",
    ...filters,
    "## 成句的例子\n\n上面一段是稿件里写的，下面一段是印出来的。\n",
    ...whole,
  ].join("\n");
}
