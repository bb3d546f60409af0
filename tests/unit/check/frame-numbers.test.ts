import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { prepare } from "../../../src/build/prepare.ts";
import { frameNumbers } from "../../../src/check/frame-numbers.ts";
import type { NumberedPart } from "../../../src/check/trace/index.ts";
import { example } from "../../support/cli.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-frame-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a number of masthead or imprint stands at the key that says it, not where the same digits come first", () => {
  for (const part of ["content", "data"])
    cpSync(path.join(example, part), path.join(folder, part), { recursive: true });
  const file = "content/issues/2020-15/issue.yaml";
  const head = readFileSync(path.join(folder, file), "utf8");
  // 15 is in the number, in the serial number and in the number of copies; a telephone of the bulletin's data is its own.
  writeFileSync(path.join(folder, file), `${head.trimEnd()}\n总期号: 115\n编号: 000015\n印数: 15\n`);
  const { issues, scopes, root } = prepare(folder);
  const [built] = issues;
  if (built === undefined || scopes === undefined) throw new Error("the example is broken");
  const frame = frameNumbers(built, scopes, root.sources);
  const said = ({ numbers }: NumberedPart): string[] =>
    numbers.map(({ token }) => {
      const place = token.block.place(token.start);
      return `${token.text} ${root.sources.get(place.file)?.line(place.line).trim() ?? ""}`;
    });
  const masthead = said(frame.masthead);
  for (const line of ["000015 编号: 000015", "15 期号: 15", "115 总期号: 115"]) expect(masthead).toContain(line);
  const imprint = said(frame.imprint);
  expect(imprint).toContain("15 印数: 15");
  for (const line of imprint.slice(0, -1)) expect(line).toMatch(/^(\S+) .*\1/);
});
