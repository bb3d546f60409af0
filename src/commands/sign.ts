/** Signs the PDF of an issue, between build and publication. (PDF 签名) */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../base/file/write-atomic.ts";
import { openPkcs12 } from "../release/pades/pkcs12.ts";
import { signedPath, subjectName, subjects, unsignedPdf } from "../release/pades/built-pdf.ts";
import type { Subject } from "../release/pades/built-pdf.ts";
import { clearPending, storePending, pendingPdfs } from "../release/pades/pending.ts";
import { readMark, signedFolder } from "../release/pades/signed-edition.ts";
import { cmsBytes, handOut, isMeantFor, signPdf, takeBack } from "../release/pades/signing.ts";
import type { Signed, SigningOrder } from "../release/pades/signing.ts";
import { timeWords } from "../release/pades/signing-time.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { askPassphrase } from "../base/process/passphrase.ts";
import { isSite } from "../release/publish/output-folder.ts";
import { recoverOutput } from "../release/publish/recover-output.ts";
import { sha256 } from "../record/digest.ts";
import { issueNamed } from "../base/text/issue-reference.ts";
import { run as build } from "./build.ts";
import { lockFolder } from "../base/process/lock-folder.ts";
import { knownIssues } from "../read/load/named-issue.ts";
import { onlyIssue, parse, rootFolder, typedPath } from "./options.ts";

/** Differs from the variable of the office's own key, because a pipeline may have both. */
const passwordVariable = "JIANBAO_CERTIFICATE_PASSWORD";

export const help = `用法：npm run sign -- [期号] --certificate 证书文件
      npm run sign -- [期号] --hand-out
      npm run sign -- --take-back 签名文件

给一期的 PDF 加上数字签名（PAdES），在 build 以后、publish 以前做。版面不变，仍是 PDF/A；签过的存在 ${signedFolder}，请与稿件一起
提交，以后的 build、publish 都用它。不写期号，签最新的一期。

  --certificate 文件  用证书文件（.pfx、.p12）签；密码在终端里输入，自动运行的从环境变量 ${passwordVariable} 读
  --hand-out          私钥在 U 盾、签章服务器里的：交出摘要，准备好的 PDF 和摘要放在网站旁边的“_site-待签”里
  --pkcs7             交出摘要时，为只会 PKCS#7、不会 CAdES 的签章服务器准备
  --take-back 文件    收回签名（分离式 CMS/PKCS#7，DER 或 PEM），核对无误才放进 PDF
  --replace           已经签过名的，换成这一次的
  --root 文件夹       刊物所在的文件夹，默认是本文件夹
  --output 文件夹     网站输出在哪里，默认是 _site，与 npm run build 相同
  --cache 文件夹      缓存放在哪里，与 npm run build 相同
  --site-url 网址     网站的地址，与 npm run build 相同
  --help              显示这段说明

退出代码：0 完成；1 签好了，但网站没有换上；2 没有签：用法不对、证书或签名不能用、环境有问题。
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    {
      certificate: { type: "string" },
      "hand-out": { type: "boolean" },
      pkcs7: { type: "boolean" },
      "take-back": { type: "string" },
      replace: { type: "boolean" },
      root: { type: "string" },
      output: { type: "string" },
      cache: { type: "string" },
      "site-url": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
    "sign",
    true,
  );
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const { certificate, "take-back": returned, "hand-out": handsOut = false, pkcs7 = false } = values;
  if ([certificate !== undefined, returned !== undefined, handsOut].filter(Boolean).length !== 1)
    throw new EnvironmentError(
      "要写怎样签，写一种",
      "有证书文件的，--certificate 文件；私钥在 U 盾或签章服务器里的，先 --hand-out，再 --take-back 签名文件。",
    );
  if (pkcs7 && !handsOut) throw new EnvironmentError("--pkcs7 要与 --hand-out 一起写", "收回签名时不用写。");
  const root = rootFolder(values.root, "sign");
  const output = values.output === undefined ? path.join(process.cwd(), "_site") : typedPath(values.output, "sign");
  const desk: Desk = { root, output, replace: values.replace === true };
  const wanted = onlyIssue(positionals, "sign");
  const file = certificate ?? returned;
  const bytes = file === undefined ? undefined : read(typedPath(file, "sign"));
  const lock = await lockFolder(output, "sign", (line) => console.log(line));
  let signed: { readonly subject: Subject; readonly signed: Signed };
  try {
    recoverOutput(output);
    if (!isSite(output)) throw new EnvironmentError(`${output} 不是做好的网站`, "请先运行 npm run build，再签名。");
    if (bytes === undefined) return await giveOut(desk, wanted, pkcs7);
    signed = returned === undefined ? await signHere(desk, wanted, bytes) : await fetchBack(desk, wanted, bytes);
    lock.assertOwned();
    writeAtomic(path.join(root, signedPath(signed.subject)), [signed.signed.pdf]);
    clearPending(output, signed.subject);
  } finally {
    lock.release();
  }
  console.log(
    `${subjectName(signed.subject)}已签名：${signed.signed.signer}，${timeWords(signed.signed.time)}；存为 ${signedPath(signed.subject)}，请一并提交。`,
  );
  const options = ["root", "output", "cache"].flatMap((option) => {
    const typed = values[option as "root" | "output" | "cache"];
    return typed === undefined ? [] : [`--${option}`, typedPath(typed, "sign")];
  });
  const url = values["site-url"] === undefined ? [] : ["--site-url", values["site-url"]];
  const code = await build(["--quiet", ...options, ...url]);
  if (
    code === 0 &&
    existsSync(signed.subject.file) &&
    sha256(readFileSync(signed.subject.file)) === sha256(signed.signed.pdf)
  ) {
    console.log("网站里的 PDF 已换成签了名的；可以发布了。");
    return 0;
  }
  console.error("签名以后网站没有换上签了名的 PDF：请运行 npm run build，照它说的做。");
  return 1;
}

/** Paths are absolute. */
interface Desk {
  readonly root: string;
  readonly output: string;
  readonly replace: boolean;
}

/** @throws EnvironmentError there is no PDF of that number */
function subjectOf(output: string, wanted: string | undefined): Subject {
  const all = subjects(output);
  const ids = all.map(({ issue }) => issue);
  const id = wanted === undefined ? ids.at(-1) : issueNamed(wanted, ids);
  const found = all.find(({ issue }) => issue === id);
  if (found !== undefined) return found;
  throw new EnvironmentError(
    wanted === undefined ? "网站里还没有一期 PDF" : `网站里没有“${wanted}”这一期的 PDF`,
    `请先运行 npm run build。${wanted === undefined ? "" : knownIssues(wanted, ids)}`,
  );
}

function orderOf(subject: Subject, { root, replace }: Desk): SigningOrder {
  const { text, internal } = subject;
  return { pdf: unsignedPdf(subject, root, replace), text, time: new Date(), internal };
}

async function signHere(desk: Desk, wanted: string | undefined, file: Uint8Array) {
  const subject = subjectOf(desk.output, wanted);
  const order = orderOf(subject, desk);
  const identity = openPkcs12(file, await askPassphrase("证书文件的密码（不显示）：", passwordVariable));
  return { subject, signed: await signPdf(order, identity) };
}

async function giveOut(desk: Desk, wanted: string | undefined, pkcs7: boolean): Promise<number> {
  const subject = subjectOf(desk.output, wanted);
  const order = orderOf(subject, desk);
  const { pdf, content, digest } = await handOut(order, pkcs7 ? "adbe.pkcs7.detached" : "ETSI.CAdES.detached");
  const format = pkcs7
    ? "PKCS#7（分离式，带签名属性和签名证书）"
    : "CAdES（分离式 CMS，带签名属性 signing-certificate-v2 和签名证书）";
  const slip = `用途: ${subjectName(subject)}的 PDF（${path.basename(subject.file)}）加数字签名
摘要算法: SHA-256
摘要: ${digest}
摘要的Base64: ${Buffer.from(digest, "hex").toString("base64")}
签名时间: ${timeWords(order.time)}
签名格式: ${format}，DER 或 PEM
未签名的SHA-256: ${sha256(order.pdf)}
`;
  const files = storePending(desk.output, subject, { pdf, content, slip });
  console.log(`${subjectName(subject)}的摘要（SHA-256）：
  ${digest}

  ${files.slip}
    交给签名的一方：签什么、用什么格式
  ${files.content}
    只收原文、自己算摘要的签章软件，签这个文件
  ${files.pdf}
    准备好的 PDF，收回签名时要用，不要动

拿到签名（.p7s 等）以后：npm run sign -- --take-back 签名文件`);
  return 0;
}

async function fetchBack(desk: Desk, wanted: string | undefined, file: Uint8Array) {
  const only = wanted === undefined ? undefined : subjectOf(desk.output, wanted).issue;
  const all = pendingPdfs(desk.output).filter(({ subject }) => only === undefined || subject.issue === only);
  const cms = cmsBytes(file);
  const fitting: typeof all = [];
  for (const each of all) if (await isMeantFor(cms, each.pdf)) fitting.push(each);
  const [chosen] = fitting.length > 0 || all.length > 1 ? fitting : all;
  if (chosen === undefined)
    throw new EnvironmentError(
      all.length === 0 ? "没有交出过摘要，收回的签名没有地方可放" : `这个签名与等着签名的 ${all.length} 份 PDF 都不符`,
      all.length === 0 ? "请先运行 npm run sign -- --hand-out。" : "请核对签名文件；写上期号，会说它错在哪里。",
    );
  const { subject, pdf } = chosen;
  const order = orderOf(subject, desk);
  const mark = readMark(pdf);
  if (mark === undefined || !pdf.subarray(0, mark.length).equals(Buffer.from(order.pdf)))
    throw new EnvironmentError(
      `交出摘要以后，${subjectName(subject)}的 PDF 又重新做过，收回的签名签的是原来的`,
      `请重新交出摘要：npm run sign -- ${subject.issue} --hand-out。`,
    );
  return { subject, signed: await takeBack(cms, pdf, subject.internal) };
}

function read(file: string): Uint8Array {
  if (!existsSync(file)) throw new EnvironmentError(`没有文件 ${file}`, "请核对路径；U 盘上的，先插好。");
  return readFileSync(file);
}
