/** Whatever key the schemas name, now or later: a personal item written as its value, as its name, or in a comment is seen. */

import { beforeAll, describe, expect, test } from "vitest";
import { Root } from "../../../../src/read/load/root.ts";
import { loadData } from "../../../../src/read/load/load-data.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { siftPrivacy } from "../../../../src/check/privacy/check.ts";
import { jsonSchemas } from "../../../../src/read/schema/json-schema.ts";
import { example } from "../../../support/cli.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | readonly Schema[];
  readonly anyOf?: readonly Schema[];
}
/** A number where a list goes on, a name else. */
type Step = string | 0;

/** Ways to every text that the schema lets an editor write; `任意` stands for a name of their own. */
function ways(schema: Schema, way: readonly Step[] = []): Step[][] {
  const { type, properties = {}, additionalProperties, items, anyOf = [] } = schema;
  const inside = [
    ...Object.entries(properties).map(([key, inner]) => [key, inner] as const),
    ...(typeof additionalProperties === "object" ? [["任意", additionalProperties] as const] : []),
    ...(items === undefined ? [] : [items].flat().map((item) => [0, item] as const)),
  ];
  return [
    ...(type === "string" || type === undefined || type.includes("string") ? [[...way]] : []),
    ...anyOf.flatMap((branch) => ways(branch, way)),
    ...inside.flatMap(([step, inner]) => ways(inner, [...way, step])),
  ];
}

/** A file with nothing but this. */
function yaml([step, ...rest]: readonly Step[], value: string, indent = ""): string {
  if (step === undefined) return ` ${value}\n`;
  return `\n${indent}${step === 0 ? "-" : `${step}:`}${yaml(rest, value, `${indent}  `)}`;
}

const items = { number: "来电13900000047", identity: "身份证号11010519491231002X", mail: "zhangsan1988@qq.com" };
const data = loadData(new Root(example));
const schemas =
  data.vocabulary === undefined
    ? new Map<string, Schema>()
    : jsonSchemas(data.vocabulary, ["专栏"], ["private-mobile"]);
const isSeen = (text: string): boolean =>
  siftPrivacy(new SourceText("a.yaml", text)).problems.some(({ severity }) => severity === "error");

beforeAll(() => {
  expect(schemas.size).toBeGreaterThan(7);
});

describe.each([...schemas])("%s", (_, schema) => {
  const all = [...new Set(ways(schema as Schema).map((way) => JSON.stringify(way)))].map(
    (way) => JSON.parse(way) as Step[],
  );
  test(`sees an item in each of its texts, however it is quoted`, () => {
    expect(all.length).toBeGreaterThan(1);
    const missed = all.flatMap((way) =>
      Object.values(items).flatMap((item) =>
        [item, `"${item}"`, `'${item}'`, `>-\n              ${item}`, `无 # ${item}`]
          .map((value) => yaml(way, value))
          .filter((text) => !isSeen(text)),
      ),
    );
    expect(missed).toEqual([]);
  });

  test("sees an item in the names that an editor gives", () => {
    const named = all.filter((way) => way.includes("任意")).map((way) => yaml(way, "1").replace("任意", items.number));
    expect(named.filter((text) => !isSeen(text))).toEqual([]);
  });
});
