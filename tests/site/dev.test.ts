/** The live preview: what was saved shows, mistakes show, and both go away by themselves. */

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { appendFileSync, mkdirSync, renameSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { printedFacts } from "../../src/check/published/printed-facts.ts";
import { product, Sandbox } from "../support/cli.ts";
import { draft, publish } from "../unit/record/issue.ts";

const counts = "content/issues/2020-15/counts.yaml";
const article = "content/issues/2020-15/06-新稿.md";
const sandbox = new Sandbox();
let preview: ChildProcess;
let address = "";

beforeAll(async () => {
  preview = spawn(process.execPath, ["scripts/start.mjs", "dev", "--root", sandbox.root, "--port", "8231"], {
    cwd: product,
  });
  address = await new Promise<string>((resolve, reject) => {
    let printed = "";
    const take = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    };
    preview.stdout?.on("data", take);
    preview.stderr?.on("data", take);
    preview.once("exit", () => reject(new Error(printed)));
  });
});

afterAll(async () => {
  const ended = new Promise((resolve) => preview.once("exit", resolve));
  preview.kill("SIGTERM");
  await ended;
  sandbox.dispose();
});

const get = async (path: string): Promise<{ status: number; type: string; text: string }> => {
  const response = await fetch(new URL(path, address));
  return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() };
};

/** Does something to the files and waits until the preview tells the browser of it: a page that bears `state`, where it is given. */
async function saved(change: () => void, state?: string): Promise<void> {
  const abort = new AbortController();
  const listening = new URL(`/__dev/events${state === undefined ? "" : `?seen=${state}`}`, address);
  const response = await fetch(listening, { signal: abort.signal });
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("no events");
  change();
  for (let heard = ""; !heard.includes("data: saved");) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the preview hung up");
    heard += new TextDecoder().decode(value);
  }
  abort.abort();
}

test("lists the issues, shows an issue's page, its layout and its PDF", async () => {
  expect((await get("/")).text).toContain('href="/issues/2020/15/"');
  const page = await get("/issues/2020/15/");
  expect(page.text).toContain("零陵全力以赴打赢污染防治攻坚战");
  expect(page.text).toContain("/__dev/preview.js");
  expect((await get("/issues/2020/15/print.html")).text).toContain("零陵全力以赴打赢污染防治攻坚战");
  const pdf = await get("/issues/2020/15/2020-15.pdf");
  expect([pdf.status, pdf.type, pdf.text.slice(0, 5)]).toEqual([200, "application/pdf", "%PDF-"]);
  expect((await get("/site.html")).status).toBe(200);
});

test("marks every number with its state for the switch 核数, and changes no word", async () => {
  const { text } = await get("/issues/2020/15/");
  const marks = [
    ...text.matchAll(/<span class="checked-number" data-state="([^"]*)" data-label="([^"]*)" [^>]*>([^<]*)</g),
  ];
  const { stdout } = await sandbox.run("explain", "2020-15", "--format", "json");
  const numbers = JSON.parse(stdout) as { text: string; state: string }[];
  expect(marks.map(([, state, , digits]) => `${digits} ${state}`)).toEqual(
    numbers.map(({ text: digits, state }) => `${digits} ${state}`),
  );
  expect(text).toContain(`<input type="checkbox" id="preview-numbers">核数`);
  expect(text).toContain(
    "算（由数据算出） 58；符（手写，与数据一致） 0；未核（手写，没有数据可核对） 18；不是统计数字 55<",
  );
  expect(text).toMatch(/data-label="未核" title="[^"]*没有数据可以核对[^"]*">900<\/span>余人次/);
  const words = text.replaceAll(/<[^>]*>|\s/g, "");
  expect(words).toContain("共出动执法人员900余人次，检查企业300余家");
  expect((await get("/issues/2020/15/figures/index.html")).text).toContain("“正在办理”是 交办 215 − 办结 160");
});

test("a saved change shows, in every sentence that tells the figure", async () => {
  await saved(() => {
    sandbox.edit(counts, "冷水滩区: 56", "冷水滩区: 57");
    sandbox.edit(counts, "来电: 195", "来电: 196");
  });
  const { text } = await get("/issues/2020/15/");
  expect(text.replace(/<[^>]+>/g, "")).toContain("累计接到转办件216件，正在办理56件");
});

test("a mistake shows with its place, its line and its mend; mended, the page is back", async () => {
  await saved(() => sandbox.edit(counts, "    道县: 18", "    道县：18"));
  const { text } = await get("/issues/2020/15/");
  expect(text).toContain(`${counts}<span>:11:7</span>`);
  expect(text).toContain("“道县”后面用了全角冒号“：”");
  expect(text).toContain("道县：18");
  expect(text).toContain("请改成英文冒号加一个空格，如“道县: 18”。");
  expect((await get("/issues/2020/15/2020-15.pdf")).type).toContain("text/html");
  await saved(() => sandbox.edit(counts, "    道县：18", "    道县: 18"));
  expect((await get("/issues/2020/15/")).text).toContain("零陵全力以赴打赢污染防治攻坚战");
});

test("a correction of what was published shows as readers will see it, and leads to the edition before it", async () => {
  const { archive, texts } = prepare(sandbox.root);
  const text = [...texts.values()][0]?.();
  if (archive === undefined || text === undefined) throw new Error("the example is broken");
  mkdirSync(sandbox.path("data/published"));
  const record = publish(undefined, draft({ facts: printedFacts(archive), text }));
  await saved(() => sandbox.write("data/published/2020-15.yaml", record));
  expect((await get("/issues/2020/15/")).text).not.toContain("correction-notice");
  await saved(() => {
    sandbox.edit("content/issues/2020-15/01-感谢信.md", "你们辛苦了！", "你们很辛苦！");
    const correction = "更正:\n  - { 日期: 2020-11-10, 内容: 感谢信里错了一字。, 原因: 打错。 }\n";
    appendFileSync(sandbox.path("content/issues/2020-15/issue.yaml"), correction);
  });
  const page = await get("/issues/2020/15/");
  const notice = /<aside class="correction-notice"[\s\S]*?<\/aside>/.exec(page.text)?.[0];
  expect(notice).toContain("感谢信里错了一字。");
  expect(notice).toContain('href="../../../issues/2020/15/editions/1/index.html"');
  expect((await get("/issues/2020/15/editions/1/index.html")).text).toContain("你们辛苦了！");
  expect((await get("/site.html")).text).toContain('class="corrected"');
});

test("a new article appears, and shared data is read again", async () => {
  await saved(() =>
    sandbox.write(article, "---\n标题: 祁阳县整治扬尘\n栏目: 立行立改动态\n---\n\n祁阳县集中整治扬尘。\n"),
  );
  expect((await get("/issues/2020/15/")).text).toContain("祁阳县集中整治扬尘。");
  await saved(() => appendFileSync(sandbox.path("data/units.yaml"), "- { 全称: 零陵区 }\n"));
  expect((await get("/issues/2020/15/")).text).toContain("“零陵区”既是“零陵区”，又是“零陵区”");
});

test("what was saved while a page was made or loaded is told as soon as the page listens, and only once", async () => {
  const stateOf = async (): Promise<string> => {
    const { text } = await get("/issues/2020/15/");
    return /<script src="\/__dev\/preview\.js" data-state="([\d-]+)"/.exec(text)?.[1] ?? "";
  };
  const before = await stateOf();
  await saved(() => sandbox.edit(article, "祁阳县集中整治扬尘。", "祁阳县集中整治了扬尘。"));
  await saved(() => undefined, before);
  const abort = new AbortController();
  const response = await fetch(new URL(`/__dev/events?seen=${await stateOf()}`, address), { signal: abort.signal });
  const first = await response.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toBe("retry: 500\n\n");
  abort.abort();
});

test("data that is moved away is missed, back in its place it is read and watched again", async () => {
  const [here, away] = [sandbox.path("data"), sandbox.path("data-away")];
  await saved(() => renameSync(here, away));
  await vi.waitFor(async () => expect((await get("/issues/2020/15/")).text).toContain("没有这个文件"), 60_000);
  await saved(() => renameSync(away, here));
  await vi.waitFor(async () => expect((await get("/issues/2020/15/")).text).toContain("“零陵区”既是"), 60_000);
  await saved(() => sandbox.edit("data/units.yaml", "- { 全称: 零陵区 }\n", ""));
  expect((await get("/issues/2020/15/")).text).toContain("祁阳县集中整治了扬尘。");
});

describe("what the preview does not give away", () => {
  test.each([
    "/issues/2020/15/counts.yaml",
    "/issues/2020/15/..%2f..%2f..%2fdata%2fbulletin.yaml",
    "/assets/..%2f..%2fpackage.json",
    "/%00",
  ])("%s", async (path) => {
    expect([400, 404]).toContain((await get(path)).status);
  });

  test("nothing to a page that calls this machine by another name", async () => {
    const { request } = await import("node:http");
    const { port } = new URL(address);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ host: "127.0.0.1", port, path: "/", headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
