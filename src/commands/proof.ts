import path from "node:path";
import { report, summary } from "../base/problem/report.ts";
import { LazyPrinter, pressOf } from "../output/pdf/index.ts";
import { draftFile, draftFolder, writeDraft } from "../release/publish/draft-file.ts";
import { concerns, openIssue } from "../build/open-issue.ts";
import type { OpenIssue } from "../build/open-issue.ts";
import { onlyIssue, parse, rootFolder, typedPath } from "./options.ts";
import { printOne } from "../build/print-one.ts";
import { fontConfig } from "../build/print-issue.ts";
import type { PrintedIssue } from "../build/print-issue.ts";
import { makeProof } from "../review/proof/index.ts";
import type { ProofIssue } from "../review/proof/index.ts";
import { printPages } from "../output/pdf/print-pages.ts";

export const help = `用法：npm run proof -- 期 [选项]

做送领导审签的稿子，一个 PDF：审签单；这一期的正式版式，页边有行号，盖“送审稿”；数字核对表，印出的每个数字在第几页第几行、
怎么来的、要不要人核对；提醒和免检的原因。

  期                哪一期，如 2020-15；默认最新一期
  --output 文件     写到哪里，默认是刊物文件夹里的 ${draftFolder}/2020-15-送审稿.pdf；原来的会换掉，不能写进网站文件夹
  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --help            显示这段说明

审签单上的项目和签字栏写在 data/bulletin.yaml 的“审签”里。
退出代码：0 完成；1 这一期有错，已逐条列出；2 用法不对或环境有问题。
`;

const flags = {
  root: { type: "string" },
  output: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const nothingMade = "没有做送审稿。";

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, flags, "proof", true);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const id = onlyIssue(positionals, "proof");
  const printer = new LazyPrinter({ pagesPerBrowser: 4 });
  try {
    const open = openIssue(rootFolder(values.root, "proof"), id, nothingMade);
    if (open === undefined) return 1;
    const asked = values.output === undefined ? undefined : typedPath(values.output, "proof");
    const file = draftFile(asked, open.folder, `${open.built.view.id}-送审稿.pdf`);
    void printer.start();
    const printed = await official(open, printer);
    if (typeof printed === "number") return printed;
    const { pdf, plan } = printed;
    const context = { fonts: fontConfig(open.archive.bulletin, open.prepared.root), printer: await printer.get() };
    const proof = await makeProof(proofIssue(open), { pdf, pages: plan.pages }, (name, html) =>
      printPages(`${open.built.view.id} ${name}`, html, ["proof.css"], context),
    );
    writeDraft(file, proof.pdf);
    console.log(proof.summary);
    console.log(`已写好：${path.relative(process.cwd(), file)}`);
    return 0;
  } finally {
    await printer.close();
  }
}

function proofIssue({ prepared, archive, scopes, issue, built }: OpenIssue): ProofIssue {
  const warnings = prepared.problems.filter((problem) => problem.severity === "warning" && concerns(problem, issue));
  const waived = prepared.waived.filter((finding) => finding.issue === issue);
  return { archive, scopes, built, sources: prepared.root.sources, warnings, waived };
}

/** The edition as a build prints it; an exit code where it cannot be printed. */
async function official({ prepared, built, archive }: OpenIssue, printer: LazyPrinter): Promise<PrintedIssue | number> {
  const { edition, problems, failures } = await printOne(built, prepared.root, archive.bulletin, pressOf(printer));
  if (edition !== undefined) return edition;
  process.stderr.write(report(problems, prepared.root.sources));
  for (const failure of failures) console.error(failure);
  console.error(`${problems.length > 0 ? `${summary(problems)}。` : ""}${nothingMade}`);
  return failures.length > 0 ? 2 : 1;
}
