import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Root } from "../read/load/root.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { conclusion, isFailed, pdfText, textReport, UnreadablePdf } from "../verify/index.ts";
import { report } from "../base/problem/report.ts";
import { verifySigned } from "../release/pades/verify-signed.ts";
import type { SignedVerification } from "../release/pades/verify-signed.ts";
import { settlePublication } from "../release/publish/journal.ts";
import { recoverUnlocked } from "../release/publish/recover-output.ts";
import { sha256 } from "../record/digest.ts";
import type { ReadRecord } from "../record/read-record.ts";
import { byBytes, byWords } from "../record/verdict.ts";
import type { EditionVerdict } from "../record/verdict.ts";
import { issueNamed, readIssueReference } from "../base/text/issue-reference.ts";
import { loadKeys } from "../release/publish/signer.ts";
import { recordStateWords } from "../record/signature/record-words.ts";
import { verifyRecords } from "../verify/site/records-below.ts";
import type { RecordsVerdict } from "../verify/site/records-below.ts";
import { checkSite, isAddress, siteVerdictText } from "../release/publish/check-site.ts";
import type { SiteCheck } from "../release/publish/check-site.ts";
import { knownIssues } from "../read/load/named-issue.ts";
import { parse, rootFolder, typedPath } from "./options.ts";
import { loadRecords } from "../check/published/published-records.ts";

export const help = `用法：npm run verify [-- 选项] [文件.pdf 或期号 …]
      npm run verify -- --site 文件夹或网址 [--fingerprint 指纹]

先说手里的 PDF 是哪一版：按 data/published 的登记，是已发布的一版、更正以前的旧版，还是都不是。
PDF 里有数字签名的，说是谁签的、签的内容改过没有、签名后面多出内容没有（颁发证书的机构可不可信，本软件不判断）。
再用尺子量：版心、行距、字体、报头、版记、页码、文件属性，逐项对照 GB/T 9704-2012 和简报惯例。
写期号（2020-16、第16期）的，检查输出文件夹里那一期；什么也不写时，检查 issues 下面的所有 PDF。
写 --site 的，核对发布出去的网站和登记：是哪个单位哪天签发的，签发以后改过没有。

  --site 文件夹或网址   核对哪个网站，如 --site https://example.gov.cn/jianbao/
  --fingerprint 指纹    只认这一把签发密钥（和由它作证的），不看本机的公钥
  --keys 文件           编发单位给的公钥文件，不写就用 data/keys.yaml
  --all 或 --全部   列出所有项目；不写就只列不合格的和提醒
  --root 文件夹     刊物所在的文件夹，登记在它的 data/published 里，默认是本文件夹
  --output 文件夹   网站输出在哪里，默认是 _site，与 npm run build 相同
  --even            要求总页数是双数（版记在双页）
  --strict          提醒和未查的项目也算不合格
  --format json     输出 JSON，供程序读
  --help            显示这段说明

条款后面写着它的强度：必须、一般是国家标准的要求和推荐；惯例在国家标准里没有规定。
装有 Apache PDFBox Preflight 时还用它验证 PDF/A（环境变量 VERIFY_PREFLIGHT 可以指明位置）。

退出代码：0 合格（可能有提醒；是不是已发布的一版不影响）；1 有不合格的项目，或网站、登记与签发的不符；2 没有 PDF，用法不对或环境有问题。
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    {
      site: { type: "string" },
      fingerprint: { type: "string" },
      keys: { type: "string" },
      root: { type: "string" },
      output: { type: "string" },
      all: { type: "boolean" },
      全部: { type: "boolean" },
      even: { type: "boolean" },
      strict: { type: "boolean" },
      format: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
    "verify",
    true,
  );
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  if (values.format !== undefined && values.format !== "json" && values.format !== "text")
    throw new EnvironmentError(`没有“${values.format}”这种格式`, "--format 后面写 json，或者不写。");
  const root = rootFolder(values.root, "verify");
  const { site, keys, fingerprint } = values;
  if (site === undefined && (keys ?? fingerprint) !== undefined)
    throw new EnvironmentError(
      "--fingerprint 和 --keys 用来核对网站，没有写是哪个网站",
      "请加上 --site 文件夹或网址。",
    );
  if (site !== undefined) {
    if (positionals.length > 0)
      throw new EnvironmentError(
        `--site 核对整个网站，多了“${positionals.join(" ")}”`,
        "核对 PDF 的，不写 --site，另外运行一次。",
      );
    settlePublication(root);
    const listed = keys === undefined ? undefined : typedPath(keys, "verify");
    const place = isAddress(site) ? site : typedPath(site, "verify");
    return sayOfSite(site, await checkSite({ site: place, root, keys: listed, fingerprint }), values.format === "json");
  }
  const output = values.output === undefined ? path.join(process.cwd(), "_site") : typedPath(values.output, "verify");
  recoverUnlocked(output, "npm run verify");
  const records = publishedRecords(root);
  const signed = verifyRecords(root, { listed: loadKeys(root), fingerprint: undefined });
  const whole = values.all === true || values.全部 === true;
  const files = positionals.length > 0 ? positionals.map((typed) => named(typed, output)) : builtPdfs(output);
  const strict = values.strict === true;
  const done: (SignedVerification & { readonly publication: EditionVerdict | null })[] = [];
  let failed = false;
  for (const file of files) {
    try {
      const publication = await editionOf(file, records);
      const verification = { ...(await verifySigned(file, shown(file), values.even === true)), publication };
      done.push(verification);
      failed ||= verification.rows.some((row) => isFailed(row, strict));
      if (values.format !== "json") {
        // A given PDF is identified among the editions; a newly built folder need not be.
        if (publication !== null)
          console.log(`${shown(file)}：${verdictText(publication)}${signatureText(publication, signed)}\n`);
        else if (positionals.length > 0) console.log(`${shown(file)}：没有发布登记，说不出是哪一版。\n`);
        for (const each of verification.signatures) console.log(`PDF 签名：${each.words}。\n`);
        console.log(textReport(verification, whole));
      }
    } catch (fault) {
      if (!(fault instanceof UnreadablePdf)) throw fault;
      failed = true;
      console.error(`${shown(file)}：${fault.message}`);
    }
  }
  if (values.format === "json") console.log(JSON.stringify(done, undefined, 2));
  else console.log(conclusion(files.length, done, failed));
  return failed ? 1 : 0;
}

function sayOfSite(site: string, check: SiteCheck, json: boolean): number {
  const { name, verdict, badRecords, remarks, reminder } = check;
  if (reminder !== undefined) console.error(reminder);
  const data = { site: name, ...verdict, hint: verdict.hint ?? null, records: badRecords };
  if (json) console.log(JSON.stringify(data, undefined, 2));
  else for (const line of [`网站 ${site}：${siteVerdictText(verdict)}`, ...remarks]) console.log(line);
  return verdict.standing === "signed" && badRecords.length === 0 ? 0 : 1;
}

/** Valid records only; faults in others are reported by `check`. */
function publishedRecords(folder: string): readonly ReadRecord[] {
  settlePublication(folder);
  const root = new Root(folder);
  const records = [...loadRecords(root).values()];
  if (root.problems.length > 0) process.stderr.write(report(root.problems, root.sources));
  return records;
}

/** `null` where nothing has been published. @throws UnreadablePdf */
async function editionOf(file: string, records: readonly ReadRecord[]): Promise<EditionVerdict | null> {
  if (records.length === 0) return null;
  const bytes = readFileSync(file);
  return byBytes(sha256(bytes), records) ?? byWords({ text: await pdfText(bytes) }, records);
}

/** Longest list of sentences. */
const most = 5;

function verdictText({ words, missing }: EditionVerdict): string {
  const lines = missing.slice(0, most).map((sentence) => `\n        登记的是：${sentence}`);
  const rest = missing.length > most ? `\n        …还有 ${missing.length - most} 句` : "";
  return `${words}。${lines.join("")}${rest}`;
}

/** Whether the record is as it was signed; empty for an office that does not sign. */
function signatureText({ issue }: EditionVerdict, signed: RecordsVerdict | undefined): string {
  const state = issue === null ? undefined : signed?.states.get(issue);
  if (signed === undefined || state === undefined) return "";
  return `\n${[...signed.faults, `这一期的登记${recordStateWords(state)}`].map((each) => `${each}。`).join("\n")}`;
}

function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}

/** A file, or an issue of the output by number. @throws EnvironmentError there is none */
function named(typed: string, output: string): string {
  const file = typedPath(typed, "verify");
  if (existsSync(file) && statSync(file).isFile()) return file;
  if (readIssueReference(typed) === undefined)
    throw new EnvironmentError(
      `没有文件 ${typed}`,
      "请核对 PDF 的文件名；也可以只写期号，如 npm run verify -- 2020-16。",
    );
  const newest = (one: string, other: string): number => one.localeCompare(other, "en", { numeric: true });
  const built = builtPdfs(output).sort((a, b) => newest(path.basename(a), path.basename(b)) || b.length - a.length);
  const ids = built.map((pdf) => path.basename(pdf, ".pdf"));
  const id = issueNamed(typed, ids);
  const found = id === undefined ? undefined : built[ids.lastIndexOf(id)];
  if (found === undefined)
    throw new EnvironmentError(
      `${shown(output)} 里没有“${typed}”这一期的 PDF`,
      `请先运行 npm run build。${knownIssues(typed, [...new Set(ids)])}`,
    );
  return found;
}

/** @throws EnvironmentError there is none */
function builtPdfs(output: string): string[] {
  const folder = path.join(output, "issues");
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => path.join(folder, name))
        .sort()
    : [];
  if (files.length === 0)
    throw new EnvironmentError(
      `${shown(folder)} 里没有 PDF`,
      "请先运行 npm run build，或者在命令后面写上 PDF 的文件名。",
    );
  return files;
}
