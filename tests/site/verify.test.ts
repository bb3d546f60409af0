/** The ruler itself: it passes a bulletin that keeps every rule, and each rule broken is found, and nothing else. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPrinter, toArchivePdf } from "../../src/output/pdf/index.ts";
import type { Printer } from "../../src/output/pdf/index.ts";
import { verifyPdf } from "../../src/verify/index.ts";
import type { Verification } from "../../src/verify/index.ts";
import { checks } from "../../src/verify/checks/index.ts";
import { cli, product, Sandbox } from "../support/cli.ts";
import { bends } from "../unit/verify/bends.ts";
import { doctored, doctorings } from "../unit/verify/doctored.ts";
import { metadata, sampleJob } from "../unit/verify/sample-bulletin.ts";
import type { Change } from "../unit/verify/sample-bulletin.ts";

/** Rows with faults. The bundled faces are stand-ins for all they print, which is said every time. */
function missed({ rows }: Verification): string[] {
  return rows
    .filter(({ faults, id }) => faults.length > 0 && id !== "stand-ins")
    .map(({ id }) => id)
    .sort();
}

describe("a bulletin that keeps every rule", () => {
  let printer: Printer;
  let pdf: Uint8Array;
  const print = async (...changes: Change[]): Promise<Uint8Array> =>
    (await toArchivePdf((await printer.print(await sampleJob(...changes))).raw, metadata)).pdf;

  beforeAll(async () => {
    printer = await openPrinter();
    pdf = await print();
  });
  afterAll(() => printer.close());

  test("passes, all rows checked", async () => {
    const verification = await verifyPdf(pdf, "sample.pdf", { even: false });
    expect(missed(verification)).toEqual([]);
    expect(verification.rows.filter(({ verdict }) => verdict !== "pass").map(({ id }) => id)).toEqual([
      "contents-type",
      "contents-pages",
      "even-page",
      "stand-ins",
    ]);
    expect(verification.pages).toBe(3);
    expect(verification.profile).toMatch(/^GB\/T 33476 行距 10\.4/);
  });

  test("passes with mirrored margins, which are named", async () => {
    const verification = await verifyPdf(
      await print(["@page :left {", "@page :left { margin-left: 26mm; margin-right: 28mm;"]),
      "mirrored.pdf",
      { even: false },
    );
    expect(missed(verification)).toEqual([]);
    expect(verification.profile).toContain("镜像页边距");
  });

  test.each(bends)("printed with $what", async ({ changes, rows }) => {
    expect(missed(await verifyPdf(await print(...changes), "bent.pdf", { even: false }))).toEqual(rows);
  });

  test.each(doctorings)("doctored to have $what", async ({ doctor, rows }) => {
    expect(missed(await verifyPdf(await doctored(pdf, doctor), "doctored.pdf", { even: false }))).toEqual(rows);
  });

  test("saved again without harm, still passes", async () => {
    expect(missed(await verifyPdf(await doctored(pdf, () => undefined), "saved.pdf", { even: false }))).toEqual([]);
  });

  test("without file ID", async () => {
    const text = Buffer.from(pdf).toString("latin1");
    expect(text.match(/\/ID ?\[/g)).toHaveLength(1);
    const bytes = Buffer.from(text.replace(/\/ID( ?)\[/, "/IX$1["), "latin1");
    expect(missed(await verifyPdf(bytes, "x.pdf", { even: false }))).toEqual(["file-structure"]);
  });

  test("as PDF 1.7", async () => {
    const bytes = Buffer.from(Buffer.from(pdf).toString("latin1").replace("%PDF-1.4", "%PDF-1.7"), "latin1");
    expect(missed(await verifyPdf(bytes, "x.pdf", { even: false }))).toEqual(["file-structure"]);
  });

  test("with three pages where they must be even", async () => {
    expect(missed(await verifyPdf(pdf, "x.pdf", { even: true }))).toEqual(["even-page"]);
  });

  test("encrypted", async () => {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    // The library refuses to encrypt what calls itself PDF/A.
    for (const key of ["Metadata", "OutputIntents"]) document.catalog.delete(PDFName.of(key));
    document.encrypt({ userPassword: "", ownerPassword: "x" });
    const rows = missed(await verifyPdf(await document.save({ useObjectStreams: false }), "x.pdf", { even: false }));
    // What else is missed depends on how much of it the library can decrypt.
    expect(rows).toContain("file-structure");
  });

  test("the rows above cover the whole checklist", () => {
    const shown = new Set([...bends, ...doctorings].flatMap(({ rows }) => rows));
    const elsewhere = ["even-page", "file-structure", "stand-ins"];
    // What the sample does not have: tests/unit/verify/contents.test.ts and tables.test.ts.
    const byHand = ["contents-type", "contents-pages", "table-pages"];
    expect(checks.map(({ id }) => id).filter((id) => !shown.has(id) && !elsewhere.includes(id))).toEqual(byHand);
  });

  test("takes less than a second of the processor for a second file", async () => {
    const seconds: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const before = process.cpuUsage();
      await verifyPdf(pdf, "x.pdf", { even: false });
      const { user, system } = process.cpuUsage(before);
      seconds.push((user + system) / 1e6);
    }
    expect(Math.min(...seconds)).toBeLessThan(1);
  });
});

describe("the command", () => {
  const sandbox = new Sandbox();
  const empty = mkdtempSync(path.join(tmpdir(), "jianbao-verify-"));
  beforeAll(async () => {
    expect((await sandbox.run("build")).code).toBe(0);
  });
  afterAll(() => {
    sandbox.dispose();
    rmSync(empty, { recursive: true, force: true });
  });

  test("finds the built PDFs of issue 15, prints a table and fails nothing", async () => {
    const { stdout, stderr, code } = await cli("verify", "--全部", "--output", sandbox.output);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/2020-15\.pdf（\d+ 页/);
    for (const term of ["结论", "项目", "条款", "应为", "实测"]) expect(stdout).toContain(term);
    expect(stdout).toMatch(/合格 +A4 幅面 +GB\/T 9704 5\.1（必须） +595\.28×841\.89 pt/);
    expect(stdout).not.toContain("国标");
    expect(stdout.split("\n").filter((line) => line.startsWith("不合格"))).toEqual([]);
    expect(stdout).toMatch(/1 个 PDF，全部合格，\d+ 处提醒。/);
    expect(code).toBe(0);
  });

  test.each(["one-page", "full-page", "imprint-over", "twelve-pages"])(
    "fails nothing of the fixture %s",
    async (name) => {
      const output = path.join(empty, name);
      const built = await cli("build", "--root", path.join(product, "tests/fixtures/print", name), "--output", output);
      expect(built.code, built.stderr).toBe(0);
      const { stdout, code } = await cli("verify", "--output", output);
      expect(stdout.split("\n").filter((line) => line.startsWith("不合格"))).toEqual([]);
      expect(code).toBe(0);
    },
  );

  test("--strict fails on stand-in fonts", async () => {
    const { code } = await cli("verify", "--strict", path.join(sandbox.output, "issues/2020/15/2020-15.pdf"));
    expect(code).toBe(1);
  });

  test("--format json prints one object a PDF, and nothing else", async () => {
    const { stdout } = await cli("verify", "--output", sandbox.output, "--format", "json");
    const verifications = JSON.parse(stdout) as Verification[];
    expect(verifications).toHaveLength(1);
    expect(verifications[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(verifications[0]?.rows.find(({ id }) => id === "sheet")).toEqual({
      id: "sheet",
      clause: "GB/T 9704 5.1",
      strength: "必须",
      name: "A4 幅面",
      expected: "595.28×841.89 pt，不旋转",
      measured: "595.28×841.89 pt",
      verdict: "pass",
      faults: [],
    });
  });

  test("exits with 1 when a required rule fails, and names it", async () => {
    const file = path.join(empty, "turned.pdf");
    const document = await PDFDocument.create();
    document.addPage([500, 500]);
    writeFileSync(file, await document.save());
    const { code, stdout } = await cli("verify", file);
    expect(code).toBe(1);
    expect(stdout).toMatch(/不合格 +A4 幅面/);
    expect(stdout).toContain("第 1 页是 500.00×500.00 pt");
  });

  test("exits with 1 for what is no PDF", async () => {
    const file = path.join(empty, "broken.pdf");
    writeFileSync(file, "%PDF-1.4 and nothing more");
    const { code, stderr } = await cli("verify", file);
    expect(code).toBe(1);
    expect(stderr).toContain("这不是 PDF，或者已损坏");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("exits with 2 when there is no PDF", async () => {
    mkdirSync(path.join(empty, "issues"));
    for (const args of [["--output", empty], ["no-such.pdf"], ["--format", "xml"]]) {
      const { code, stderr } = await cli("verify", ...args);
      expect(code).toBe(2);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});

describe("an issue with everything an article may hold", () => {
  const sandbox = new Sandbox();
  afterAll(() => {
    sandbox.dispose();
  });

  test("fails nothing, and is not reminded of what its charts and notes are", async () => {
    const folder = "content/issues/2020-16";
    mkdirSync(sandbox.path(folder));
    sandbox.write(`${folder}/counts.yaml`, sandbox.read("content/issues/2020-15/counts.yaml"));
    sandbox.write(`${folder}/issue.yaml`, "期号: 16\n日期: 2020-11-09\n");
    sandbox.write(
      `${folder}/现场.png`,
      readFileSync(path.join(product, "tests/fixtures/print/twelve-pages/content/issues/2020-12/现场.png")),
    );
    const text =
      "各级各部门坚持问题导向，把群众反映的突出环境问题作为整改重点，逐件明确责任单位和办理时限，现场核查办理情况。";
    const blocks = [
      `**坚持问题导向**。${text.repeat(3)}`,
      "::: 引文\n督察组指出，永州市态度坚决、措施有力，**成效明显**，要求继续巩固成果，防止问题反弹，并要求认真学习。\n:::",
      "::: 图表 柱状 单位 × 交办、办结\n标题: 各单位交办、办结件数\n:::",
      `${text.repeat(4)}`,
      "::: 图表 趋势 交办、办结、正在办理\n标题: 各期件数\n:::",
      "::: 按语\n编者按：好。\n:::",
      "::: 按语\n零陵区的做法值得各县区学习借鉴，请结合实际，抓好落实。\n:::",
      "![整治后的石期河](现场.png)",
      text.repeat(2),
      "::: 表格 类别 × 交办\n:::",
      "::: 信函 感谢信\n\n协调联络工作领导小组全体同志：\n\n你们辛苦了！\n\n::: 落款\n第五督察组\n2020年11月6日\n:::\n\n:::",
    ];
    const head = [
      "标题: 零陵区开展夜间巡查",
      "栏目: 立行立改动态",
      "副标题: 零陵区坚持问题导向整治扬尘污染推进河道治理和矿山修复的主要做法",
      "作者: 永州市生态环境局零陵分局　张三　李四光　王小二",
      "供稿: 零陵区生态环境局",
      "按语: 零陵区的做法值得各县区学习借鉴，现摘登如下，请结合实际，举一反三，抓好本单位的整改落实工作。",
    ];
    sandbox.write(`${folder}/01.md`, `---\n标题: 简讯\n栏目: 立行立改动态\n---\n\n${text.repeat(6)}\n`);
    sandbox.write(`${folder}/02.md`, `---\n${head.join("\n")}\n---\n\n${blocks.join("\n\n")}\n`);
    const built = await sandbox.run("build");
    expect(built.code, built.stderr).toBe(0);
    const { stdout } = await cli("verify", "--format", "json", path.join(sandbox.output, "issues/2020/16/2020-16.pdf"));
    const [verification] = JSON.parse(stdout) as Verification[];
    const wrong = verification?.rows
      .filter(({ verdict }) => verdict === "fail")
      .map(({ name, faults }) => [name, faults]);
    expect(wrong).toEqual([]);
    for (const id of ["blanks", "top-edge", "colours", "body-type", "indent", "numbers"])
      expect(verification?.rows.find((row) => row.id === id)?.faults, id).toEqual([]);
  });
});
