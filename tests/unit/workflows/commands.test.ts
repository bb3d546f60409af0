/** The workflows and the documents name commands and options that there are; workflow files are YAML with the parts that a runner needs. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { product } from "../../support/cli.ts";

interface Workflow {
  readonly jobs: Record<
    string,
    { readonly "runs-on"?: string; readonly needs?: string | readonly string[]; readonly steps: readonly Step[] }
  >;
}
interface Step {
  readonly run?: string;
  readonly uses?: string;
}

const workflows = files(".github/workflows", ".yml");
const documents = [...files("docs", ".md"), "README.md", "README.zh-CN.md", "CONTRIBUTING.md"];
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

function files(folder: string, ending: string): string[] {
  return readdirSync(path.join(product, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

function read(file: string): string {
  return readFileSync(path.join(product, file), "utf8");
}

/** What of the text calls a script: its name and its options. */
function calls(text: string): { script: string; options: string[] }[] {
  return [...text.matchAll(/npm run (?:-s )?([a-z:]+)((?: --)?(?: [^\s`|;&，。；）)]+)*)/g)].map(
    ([, script = "", rest = ""]) => ({
      script,
      options: [...rest.matchAll(/(?<=\s)--[a-z][a-z-]*/g)].map(([option]) => option),
    }),
  );
}

/** Of the command and of the parts that it has, as `import` has one for marked-up files. From the sources, as loading all commands takes seconds. */
function helpOf(command: string): string {
  return files("src/commands", ".ts")
    .filter((file) => path.basename(file) === `${command}.ts` || path.basename(file).startsWith(`${command}-`))
    .map((file) => /export const help = `([\s\S]*?)`;/.exec(read(file))?.[1] ?? "")
    .join("\n");
}

function unknown(text: string): string[] {
  const wrong: string[] = [];
  for (const { script, options } of calls(text)) {
    const command = /start\.mjs (\w+)$/.exec(scripts[script] ?? "")?.[1];
    if (scripts[script] === undefined) wrong.push(`npm run ${script}`);
    if (command === undefined) continue;
    const help = helpOf(command);
    wrong.push(...options.filter((option) => !help.includes(option)).map((option) => `npm run ${script} -- ${option}`));
  }
  return wrong;
}

describe("workflows", () => {
  test.each(workflows)("%s", (file) => {
    const { jobs } = parse(read(file)) as Workflow;
    const names = Object.keys(jobs);
    expect(names.length).toBeGreaterThan(0);
    for (const { needs, steps, ...job } of Object.values(jobs)) {
      expect(job["runs-on"]).toBe("ubuntu-latest");
      expect(names).toEqual(expect.arrayContaining([needs ?? []].flat()));
      for (const { run, uses } of steps) {
        expect([run, uses].filter((part) => part !== undefined)).toHaveLength(1);
        if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
      }
    }
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(runs.flatMap(calls).length).toBeGreaterThan(0);
    expect(unknown(runs.join("\n"))).toEqual([]);
  });
});

test.each(documents)("%s names no command or option that there is not", (file) => {
  expect(unknown(read(file))).toEqual([]);
});

test("a command or option that is not there is found", () => {
  expect(unknown("npm run biuld；npm run build -- --cash x。`npm run check`")).toEqual([
    "npm run biuld",
    "npm run build -- --cash",
  ]);
});
