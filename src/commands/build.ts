import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../problem/environment-error.ts";
import type { Problem } from "../problem/problem.ts";
import { report, summary } from "../problem/report.ts";
import { openPrinter, roleTerms } from "../print/index.ts";
import type { Face, Printer } from "../print/index.ts";
import { OutputFolder } from "../publish/output-folder.ts";
import { productFolder, renderSite } from "../site/render.ts";
import { siteView } from "../view/site-view.ts";
import { existingFolder, parse, typedPath } from "./options.ts";
import { prepare } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";
import { fontConfig, printIssue, readPage } from "./print-issue.ts";

export const help = `用法：npm run build [-- 选项]

把 content 里的各期做成网站和 PDF。

  --root 文件夹     刊物所在的文件夹（里面有 content 和 data），默认是本文件夹
  --output 文件夹   网站输出到哪里，默认是 _site
  --strict-fonts    没有配置单位自有字体、要用代用字体时，按错误处理
  --quiet           只在出错时说话
  --help            显示这段说明

退出代码：0 完成；1 内容有错，已逐条列出；2 用法不对或环境有问题。
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(
    args,
    {
      root: { type: "string" },
      output: { type: "string" },
      "strict-fonts": { type: "boolean" },
      quiet: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
    "build",
  );
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const started = performance.now();
  const say = (line: string): void => {
    if (values.quiet !== true) console.log(line);
  };
  const folder = existingFolder(values.root === undefined ? process.cwd() : typedPath(values.root, "build"));
  const output = values.output === undefined ? path.join(process.cwd(), "_site") : typedPath(values.output, "build");
  // The browser starts while the content is read; what becomes of it is awaited where it is needed.
  const opening = openPrinter();
  opening.catch(() => undefined);
  try {
    const prepared = prepare(folder);
    if (prepared.problems.length > 0) process.stderr.write(report(prepared.problems, prepared.root.sources));
    if (!prepared.ok || prepared.archive === undefined) {
      console.error(`${summary(prepared.problems)}。没有生成任何文件，原来的输出没有动。`);
      return 1;
    }
    const target = new OutputFolder(output);
    try {
      const problems = await assemble(
        prepared,
        prepared.archive,
        target,
        await opening,
        values["strict-fonts"] === true,
        say,
      );
      if (problems.length > 0) {
        process.stderr.write(report(problems, prepared.root.sources));
        console.error(`${summary(problems)}。没有生成任何文件，原来的输出没有动。`);
        return 1;
      }
      target.commit();
    } finally {
      target.discard();
    }
    say(
      `完成：${prepared.issues.length} 期，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒，输出在 ${path.relative(process.cwd(), output) || "."}`,
    );
    return 0;
  } finally {
    await opening.then((printer) => printer.close()).catch(() => undefined);
  }
}

/** Writes the whole site into the staging folder; returns the problems that stopped it. */
async function assemble(
  prepared: Prepared,
  archive: NonNullable<Prepared["archive"]>,
  target: OutputFolder,
  printer: Printer,
  strictFonts: boolean,
  say: (line: string) => void,
): Promise<Problem[]> {
  const views = prepared.issues.map((built) => built.view);
  await renderSite(siteView(archive.bulletin, views), target.staging);
  cpSync(path.join(productFolder, "layouts/assets"), path.join(target.staging, "assets"), { recursive: true });
  say(`浏览器：${printer.browser.description}`);
  const context = {
    root: prepared.root,
    bulletin: archive.bulletin,
    printer,
    fonts: fontConfig(archive.bulletin, prepared.root),
  };
  const problems: Problem[] = [];
  let reported = false;
  for (const built of prepared.issues) {
    const { view, issue } = built;
    const printed = await printIssue(built, readPage(target.staging, `${view.path}print.html`), "../../../", context);
    if (!("pdf" in printed)) {
      problems.push(...printed);
      continue;
    }
    if (!reported) {
      reported = true;
      reportFaces(printed.faces, strictFonts, say);
    }
    target.write(`${view.path}${view.pdfName}`, printed.pdf);
    for (const { source } of built.pictures) {
      const to = path.join(target.staging, view.path, source);
      mkdirSync(path.dirname(to), { recursive: true });
      cpSync(prepared.root.absolute(`${issue.folder}/${source}`), to);
    }
    say(`第 ${view.number} 期：${view.path}${view.pdfName}，${printed.pages} 页`);
  }
  return problems;
}

function reportFaces(faces: readonly Face[], strict: boolean, say: (line: string) => void): void {
  const standIns = faces.filter((face) => face.standIn);
  for (const face of faces) say(`字体：${roleTerms[face.role]} ← ${face.source}`);
  if (strict && standIns.length > 0) {
    throw new EnvironmentError(
      `代用字体：${standIns.map((face) => roleTerms[face.role]).join("、")}（--strict-fonts 不允许）`,
      "请在 data/bulletin.yaml 的“字体”里写上单位自有的字体。",
    );
  }
}
