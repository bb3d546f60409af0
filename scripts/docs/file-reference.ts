/** docs/reference.md: every key of every file of an office, from the schemas. (编辑手册：文件里的每一项) */

import { z } from "zod";
import { bulletinSchema } from "../../src/read/schema/bulletin-schema.ts";
import { eitherCountsSchema } from "../../src/read/schema/counts-schema.ts";
import { importSchema } from "../../src/read/schema/import-schema.ts";
import { articleSchema, issueSchema } from "../../src/read/schema/issue-schema.ts";
import { registrySchema } from "../../src/read/schema/registry-schema.ts";
import { vocabularySchema } from "../../src/read/schema/vocabulary-schema.ts";
import { exampleVocabulary } from "./example-vocabulary.ts";
import { markdownTable } from "./markdown-table.ts";

/** The part of JSON Schema (draft 7) used here. */
interface Json {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly required?: readonly string[];
}

interface Row {
  /** Keys from the top of the file down; user-defined names in 〈〉. */
  readonly path: readonly string[];
  readonly schema: Json;
  readonly required: boolean;
}

const files: readonly { readonly title: string; readonly words: string; readonly schema: z.ZodType; readonly names?: Readonly<Record<string, string>> }[] = [
  { title: "data/bulletin.yaml", words: "刊物本身的资料，每期相同。", schema: bulletinSchema },
  {
    title: "data/units.yaml、data/categories.yaml 等登记表",
    words: "一行一个名称，次序就是“登记序”。也可以有别的登记表，文件名写在 tallies.yaml 的“登记”里。",
    schema: registrySchema,
  },
  {
    title: "data/tallies.yaml",
    words: "统计什么（指标）、怎样分（分组）。怎样用见[新单位怎样开始](new-office.md)。",
    schema: vocabularySchema,
    names: { 分组: "分组名", 指标: "指标名", 列: "列名", 对照: "代号", 条件: "列名", 对应: "列名" },
  },
  { title: "data/import.yaml", words: "单位的表格怎样对到台账上；都可以不写。", schema: importSchema, names: { 列: "台账的列" } },
  { title: "content/issues/年-期号/issue.yaml", words: "一期的期号、日期，与平时不同的。", schema: issueSchema },
  {
    title: "content/issues/年-期号/counts.yaml",
    words:
      "一期的数字。指标、分组的名称是 tallies.yaml 里定的，这里用“交办”“单位”“类别”作例子；只有一个总数的，直接写 交办: 215。",
    schema: eitherCountsSchema(exampleVocabulary()),
    names: { 单位: "名称", 类别: "名称", "单位×类别": "单位", "类别×单位": "类别" },
  },
  { title: "稿件的文首（两条 --- 之间）", words: "正文的写法见[编辑手册](handbook.md)。", schema: articleSchema },
];

const lead = `# 文件里的每一项

<!-- 这一页由 scripts/docs/write.ts 从程序检查文件的办法生成，测试会核对，请不要直接改。 -->

每个文件里可以写的每一项。“›”后面的写在前面一项下面，退两格；〈〉里是本单位自己定的名称。没有注明“必填”的都可以不写。
`;

/** The whole page. */
export function fileReference(): string {
  const sections = files.map(({ title, words, schema, names = {} }) => {
    const json = z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any" }) as Json;
    const rows = rowsOf(json, [], names).map(({ path, schema: own, required }) => [
      path.join(" › "),
      kindOf(own),
      `${required ? "**必填。**" : ""}${own.description ?? ""}`,
    ]);
    return `## ${title}\n\n${words}\n\n${markdownTable(["项", "写什么", "说明"], rows)}\n`;
  });
  return [lead, ...sections].join("\n");
}

/** Every key below a schema once; alternative branches are merged. */
export function rowsOf(schema: Json, path: readonly string[], names: Readonly<Record<string, string>>): Row[] {
  const found = new Map<string, Row>();
  const add = (rows: readonly Row[]): void => {
    for (const row of rows) if (!found.has(row.path.join("›"))) found.set(row.path.join("›"), row);
  };
  for (const branch of branches(schema)) {
    for (const [key, value] of Object.entries(branch.properties ?? {})) {
      const here = [...path, key];
      add([{ path: here, schema: value, required: branch.required?.includes(key) === true }]);
      add(rowsOf(value, here, names));
    }
    const { additionalProperties: each, items } = branch;
    if (typeof each === "object" && branches(each).some(hasKeys))
      add(rowsOf(each, [...path, `〈${names[path.at(-1) ?? ""] ?? "名称"}〉`], names));
    if (items !== undefined) add(rowsOf(items, path, names));
  }
  return [...found.values()];
}

function branches(schema: Json): readonly Json[] {
  return (schema.anyOf ?? [schema]).flatMap((branch) => (branch.anyOf === undefined ? [branch] : branches(branch)));
}

function hasKeys({ properties, additionalProperties, items }: Json): boolean {
  return properties !== undefined || typeof additionalProperties === "object" || items !== undefined;
}

/** Permitted values in plain Chinese. */
function kindOf(schema: Json): string {
  return [...new Set(branches(schema).map(kindOfBranch))].filter((kind) => kind !== "").join("，或") || "文字";
}

function kindOfBranch({ type, enum: values, items }: Json): string {
  if (values !== undefined) return values.join("、");
  if (type === "array") return items === undefined || kindOf(items).startsWith("文字") ? "几个，写成 [甲, 乙]" : "几条，每条前面一个“- ”";
  if (type === "object") return "下面几项";
  if (type === "null") return "";
  return type === "integer" ? "整数" : type === "number" ? "数" : "文字";
}
