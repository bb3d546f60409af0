/** npm run import with files that are no .docx: lock files, old formats; and check after it. */

import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, cliIn, Sandbox } from "../support/cli.ts";
import { docx, paragraph, picture, run } from "../support/docx.ts";
import { secrets, seen, turned } from "../support/photographs.ts";

const sandbox = new Sandbox();
const inbox = path.join(sandbox.folder, "来稿");
const file = (name: string): string => path.join(inbox, name);
const old = Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"),
  Buffer.alloc(600),
  Buffer.from("WordDocument WPS Office", "utf16le"),
]);
const article = docx({
  body:
    paragraph(run("关于进一步加强扬尘污染综合治理工作的通报", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>') +
    paragraph("气温<5℃时见{附件}，A<B>C。"),
});

beforeAll(() => {
  mkdirSync(inbox);
});

afterAll(() => {
  sandbox.dispose();
});

test.each([
  ["~$稿件.docx", "稿件.docx"],
  ["~$县区整治情况通报.docx", "某县县区整治情况通报.docx"],
  ["~$台账.xlsx", "台账.xlsx"],
  ["~$汇报.pptx", "汇报.pptx"],
  [".~稿件.wps", "稿件.wps"],
  [".~lock.表格.et#", "表格.et"],
])("%s is the lock file of %s", async (lock, real) => {
  writeFileSync(file(lock), "\x06lixiao");
  writeFileSync(file(real), "");
  const { code, stderr } = await cli("import", file(lock), "--root", sandbox.root);
  expect(code).toBe(2);
  expect(stderr).toContain(`“${lock}”不是要用的文件，是“${real}”在 Word、Excel 或 WPS 里打开时临时留下的锁文件`);
});

/** Stands in for LibreOffice: writes this answer where the real one would write what it made of the file. */
function standIn(answer: Buffer | undefined): NodeJS.ProcessEnv {
  const folder = path.join(sandbox.folder, answer === undefined ? "broken" : "office");
  mkdirSync(folder, { recursive: true });
  const program = path.join(folder, "soffice");
  const made = path.join(folder, "answer.docx");
  if (answer !== undefined) writeFileSync(made, answer);
  const script = `#!${process.execPath}
const { copyFileSync, existsSync } = require("node:fs");
const at = (name) => process.argv[process.argv.indexOf(name) + 1];
if (!process.argv.some((text) => text.startsWith("-env:UserInstallation=file:"))) process.exit(1);
if (existsSync(${JSON.stringify(made)})) copyFileSync(${JSON.stringify(made)}, at("--outdir") + "/source.docx");
`;
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  const temporary = path.join(folder, "tmp");
  mkdirSync(temporary, { recursive: true });
  return { JIANBAO_SOFFICE: program, TMPDIR: temporary };
}

test.skipIf(process.platform === "win32")(
  "a .doc is converted where LibreOffice is, and nothing is left in the temporary folder",
  async () => {
    writeFileSync(file("来稿.doc"), old);
    const environment = standIn(article);
    const { code, stdout } = await cliIn(environment, "import", file("来稿.doc"), "--root", sandbox.root);
    expect(stdout).toMatch(/是旧格式，由 LibreOffice 转换以后读出/);
    // Cut at the end of a word.
    expect(stdout).toMatch(/已导入：content\/issues\/2020-15\/06-关于进一步加强扬尘污染综合治理\.md/);
    expect(code).toBe(0);
    expect(readdirSync(environment["TMPDIR"] ?? "").filter((name) => name.startsWith("jianbao-word"))).toEqual([]);
    const check = await cli("check", "--root", sandbox.root);
    expect(check.stderr + check.stdout).not.toMatch(/06-.*错误/);
  },
);

test.skipIf(process.platform === "win32")(
  "a file that LibreOffice cannot convert is refused with the way out",
  async () => {
    writeFileSync(file("坏的.wps"), old);
    const environment = standIn(undefined);
    const { code, stderr } = await cliIn(environment, "import", file("坏的.wps"), "--root", sandbox.root);
    expect(code).toBe(2);
    expect(stderr).toMatch(/LibreOffice 没有转换出来[\s\S]*另存为“Word 文档（\.docx）”/);
    expect(readdirSync(environment["TMPDIR"] ?? "").filter((name) => name.startsWith("jianbao-word"))).toEqual([]);
  },
);

test("without LibreOffice it is said how to save a .doc", async () => {
  writeFileSync(file("旧稿.doc"), old);
  const { code, stderr } = await cliIn(
    { JIANBAO_SOFFICE: path.join(sandbox.folder, "soffice") },
    "import",
    file("旧稿.doc"),
    "--root",
    sandbox.root,
  );
  expect(code).toBe(2);
  expect(stderr).toMatch(/这是旧格式的 \.doc（或 \.wps）文件[\s\S]*另存为“Word 文档（\.docx）”/);
});

test("photographs of a Word file come along as they are; check tells what they carry, and none of it is published", async () => {
  const own = new Sandbox();
  try {
    const media = {
      "image1.jpeg": await turned(6, 600, 800),
      "image2.tiff": await seen(600, 400).removeAlpha().tiff().toBuffer(),
    };
    const body =
      paragraph(run("关于进一步加强扬尘污染综合治理工作的通报", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>') +
      paragraph("现场情况如下。") +
      paragraph(picture("rPic0")) +
      paragraph(picture("rPic1"));
    const source = path.join(own.folder, "来稿.docx");
    writeFileSync(source, docx({ body, media }));
    const { code, stderr } = await cli("import", source, "--root", own.root);
    expect(code, stderr).toBe(0);
    const folder = "content/issues/2020-15";
    expect(readFileSync(own.path(`${folder}/图1.jpg`))).toEqual(media["image1.jpeg"]);
    expect(readFileSync(own.path(`${folder}/图2.tif`))).toEqual(media["image2.tiff"]);
    expect((await own.run("check")).stdout).toMatch(/图片里有看不见的信息：“图1\.jpg”带有拍摄地点（GPS）/);
    const built = await own.run("build");
    expect(built.code, built.stderr + built.stdout).toBe(0);
    const site = path.join(own.output, "issues/2020/15");
    const published = readdirSync(site).filter((name) => /^图\d/.test(name));
    expect(published).toEqual(expect.arrayContaining(["图1.jpg", "图2.tif.jpg"]));
    for (const name of [...published, "2020-15.pdf"])
      for (const secret of secrets)
        expect(readFileSync(path.join(site, name)).includes(secret), `${name}: ${secret}`).toBe(false);
  } finally {
    own.dispose();
  }
});
