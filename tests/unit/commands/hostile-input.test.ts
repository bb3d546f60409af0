/** Files made to harm: each is refused with a message, at its place, in bounded time. (A spreadsheet's are in `unit/ledger`.) */

import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepare } from "../../../src/build/prepare.ts";
import { Sandbox } from "../../support/cli.ts";

const issue = "content/issues/2020-15";
const article = `${issue}/05-信访件情况.md`;
const counts = `${issue}/counts.yaml`;

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.dispose());

/** Codes and texts of all errors; that they come in bounded time is for the time limit of a test to see. */
function errors(): { codes: string[]; text: string } {
  const { problems } = prepare(sandbox.root);
  const found = problems.filter(({ severity }) => severity === "error");
  return { codes: found.map(({ code }) => code), text: found.map(({ message }) => message).join("\n") };
}

function withPicture(name: string): void {
  sandbox.edit(article, "### 2. 信访件办理情况", `![现场](${name})\n\n### 2. 信访件办理情况`);
}

describe("a file too large", () => {
  test.each([article, counts, `${issue}/issue.yaml`, "data/bulletin.yaml"])("%s of 100 MB is not read", (file) => {
    truncateSync(sandbox.path(file), 100 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(errors().codes).toContain("file-too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(90 * 1024 * 1024);
  });
});

describe("a path out of the folder", () => {
  test.each(["../../../data/bulletin.yaml", "../2020-15/a.png", "/etc/passwd", "..\\a.png", "a/../../b.png"])(
    "picture %s",
    (name) => {
      withPicture(name);
      expect(errors().codes.join(" ")).toMatch(/picture-(path|kind)/);
    },
  );

  test.each([
    "file:///etc/passwd",
    "http://169.254.169.254/a.png",
    "//example.com/a.png",
    "data:image/png;base64,AAAA",
  ])("picture at %s", (address) => {
    withPicture(address);
    // Refused, or no picture at all: what Markdown takes for no address prints as text.
    const refused = errors().codes.includes("picture-address");
    expect(refused || prepare(sandbox.root).issues.every(({ pictures }) => pictures.length === 0)).toBe(true);
  });

  test.each(["../../../etc/passwd.ttf", "/etc/passwd.ttf", "data/../../x.ttf"])("font %s", (file) => {
    sandbox.write("data/bulletin.yaml", `${sandbox.read("data/bulletin.yaml")}\n字体:\n  仿宋: { 文件: ${file} }\n`);
    expect(errors().codes).toContain("outside-root");
  });

  test.each(["../secret.yaml", "..\\secret.yaml", "/etc/passwd"])("registry %s", (name) => {
    sandbox.write("data/tallies.yaml", sandbox.read("data/tallies.yaml").replace("units.yaml", name));
    expect(errors().codes.length).toBeGreaterThan(0);
  });
});

describe("a symbolic link out of the root", () => {
  const outside = (): string => {
    const folder = path.join(sandbox.folder, "outside");
    mkdirSync(folder);
    writeFileSync(path.join(folder, "secret.md"), "---\n栏目: 立行立改动态\n---\n\n机密。\n");
    writeFileSync(path.join(folder, "a.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    writeFileSync(path.join(folder, "a.ttf"), "font");
    return folder;
  };

  test("article", () => {
    symlinkSync(path.join(outside(), "secret.md"), sandbox.path(`${issue}/06-外.md`));
    expect(errors().codes).toContain("outside-root");
  });

  test("picture", () => {
    symlinkSync(path.join(outside(), "a.png"), sandbox.path(`${issue}/a.png`));
    withPicture("a.png");
    expect(errors().codes).toContain("outside-root");
  });

  test("a folder between picture and issue", () => {
    symlinkSync(outside(), sandbox.path(`${issue}/图`));
    withPicture("图/a.png");
    expect(errors().codes).toContain("outside-root");
  });

  test("folder of an issue", () => {
    symlinkSync(outside(), sandbox.path("content/issues/2020-16"));
    expect(errors().codes).toContain("outside-root");
  });

  test("font", () => {
    symlinkSync(path.join(outside(), "a.ttf"), sandbox.path("data/仿宋.ttf"));
    sandbox.write(
      "data/bulletin.yaml",
      `${sandbox.read("data/bulletin.yaml")}\n字体:\n  仿宋: { 文件: data/仿宋.ttf }\n`,
    );
    expect(errors().codes).toContain("outside-root");
  });
});

describe("characters that deceive", () => {
  test.each([
    ["right-to-left override", "\u202e"],
    ["isolate", "\u2067"],
    ["NUL", "\0"],
  ])("%s, in an article, in data, in a title", (_, character) => {
    const text = sandbox.read(article);
    sandbox.write(article, text.replace("信访案件", `信访${character}案件`));
    expect(errors().codes).toContain("control-character");
    sandbox.write(article, text);
    sandbox.write(counts, `${sandbox.read(counts)}# ${character}\n`);
    expect(errors().codes).toContain("control-character");
  });

  test.each(["&#x202e;", "&#8238;", "&#X0202E;"])("an entity in Markdown that stands for one: %s", (entity) => {
    sandbox.edit(article, "信访案件", `信访${entity}案件`);
    expect(errors().codes).toContain("control-character");
  });

  test("an escape in YAML that stands for one", () => {
    sandbox.write(`${issue}/06-标题.md`, '---\n标题: "平安\\u202e无事"\n栏目: 立行立改动态\n---\n\n正文。\n');
    expect(errors().codes.length).toBeGreaterThan(0);
  });
});

describe("deep nesting", () => {
  const deep = 20_000;
  test.each([
    ["YAML lists", counts, "[".repeat(deep)],
    ["closed YAML lists", counts, "[".repeat(deep) + "]".repeat(deep)],
    ["YAML mappings", counts, Array.from({ length: 2000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
    ["YAML aliases", counts, `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`],
    ["an expression", article, `{{${"(".repeat(deep)}交办${")".repeat(deep)}}}`],
  ])("%s", (_, file, text) => {
    sandbox.write(file, file.endsWith(".md") ? `---\n栏目: 信访件情况\n---\n\n${text}\n` : text);
    expect(errors().codes.length).toBeGreaterThan(0);
  });

  test.each([
    ["quotations", "> ".repeat(deep)],
    ["lists", Array.from({ length: 400 }, (_, at) => `${"  ".repeat(at)}- 一`).join("\n")],
    ["brackets", "[".repeat(deep)],
    ["emphasis", "**一".repeat(deep)],
    ["pictures", "![".repeat(deep)],
    ["back quotes", Array.from({ length: 600 }, (_, at) => "`".repeat(at)).join(" ")],
    ["fences", "::: 信函 感谢信\n".repeat(2000)],
  ])("Markdown %s: refused or printed, soon", (_, text) => {
    sandbox.write(article, `---\n栏目: 信访件情况\n---\n\n${text}\n`);
    errors();
  });
});
