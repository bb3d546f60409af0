/** Publishes the built site to a web server's folder, and records what was published. */

import { existsSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { Root } from "../read/load/root.ts";
import { recordFolder } from "../model/issue-record.ts";
import { hasErrors } from "../base/problem/problem.ts";
import { report } from "../base/problem/report.ts";
import { addressesOf, nextAddresses } from "../release/publish/address-record.ts";
import { signedFile } from "../release/pades/signed-edition.ts";
import type { FolderLock } from "../base/process/folder-lock.ts";
import { journalFile, openJournal, recordsOf, settle, siteDigest } from "../release/publish/journal.ts";
import { isSite } from "../release/publish/output-folder.ts";
import { recoverOutput } from "../release/publish/recover-output.ts";
import { Release } from "../release/publish/release.ts";
import { mustBeSigned, putSignature, signPublication } from "../release/publish/sign-publication.ts";
import type { Signer } from "../release/publish/sign-publication.ts";
import { openSigner } from "../release/publish/signer.ts";
import { siteSignatureText } from "../record/signature/site-signature.ts";
import { rememberPublication } from "../verify/site/seen-publications.ts";
import { addressRecord, listsIssue } from "../record/address-record.ts";
import { lockFolder, lockIfWritable } from "../base/process/lock-folder.ts";
import { parse, rootFolder, typedPath } from "./options.ts";
import { storeEarlier, planPublication } from "../release/publish/publication.ts";
import { loadRecords } from "../check/published/published-records.ts";
import { today } from "../base/process/today.ts";

export const help = `用法：npm run publish -- --to 文件夹 [选项]

把 build 做好的网站发布到网页服务器的文件夹。要么整个换成新的，要么一点不动；原来的版本留着。
每期发布了什么（正文、数字、PDF 的校验值）登记在 ${recordFolder}，此后改了正文或数字，build 就会停下来；请与稿件一起提交。
单位有签发密钥的（npm run key），登记和网站的每个文件都由它签名，谁都可以用 npm run verify -- --site 核对。

  --to 文件夹       发布到哪里（网页服务器的网站文件夹）
  --from 文件夹     build 输出的网站，默认是 _site
  --root 文件夹     刊物所在的文件夹，已发布的地址记在它的 ${addressRecord}，默认是本文件夹
  --keep 数         保留几个以前的版本，默认 3
  --plain           不用符号链接，直接替换文件夹（服务器不跟随链接、或在 Windows 上时用）
  --record          只登记，不复制文件（由 GitHub、Gitee 等发布时用）
  --reprint         正文没有变、PDF 的字节变了（换了浏览器、字体）的，登记为同一版的又一次印制
  --withdraw        确定要撤下一些已经发布的地址
  --key-file 文件   签发用的私钥；不写，就用 npm run key 放在本机的那一把
  --unsigned        这一次不签发（单位有密钥而手边没有时）
  --sign-changed    上次签发以后变过的登记，也照现在的样子签发
  --help            显示这段说明

退出代码：0 完成；1 有地址会消失，或与登记的不符，没有发布；2 用法不对或环境有问题。
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(
    args,
    {
      to: { type: "string" },
      from: { type: "string" },
      root: { type: "string" },
      keep: { type: "string" },
      plain: { type: "boolean" },
      record: { type: "boolean" },
      reprint: { type: "boolean" },
      withdraw: { type: "boolean" },
      "key-file": { type: "string" },
      unsigned: { type: "boolean" },
      "sign-changed": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
    "publish",
  );
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const wish: PublicationOrder = {
    site: values.from === undefined ? path.join(process.cwd(), "_site") : typedPath(values.from, "publish"),
    root: rootFolder(values.root, "publish"),
    to: values.to === undefined ? undefined : typedPath(values.to, "publish"),
    keep: readKeep(values.keep),
    plain: values.plain === true,
    reprint: values.reprint === true,
    withdraw: values.withdraw === true,
    signChanged: values["sign-changed"] === true,
  };
  if (wish.to === undefined && values.record !== true)
    throw new EnvironmentError("没有写发布到哪里", "请写 --to 文件夹；npm run publish -- --help 列出所有选项。");
  if (!existsSync(wish.site) && !existsSync(path.dirname(wish.site))) throw notASite(wish.site);
  const signer =
    values.unsigned === true
      ? undefined
      : await openSigner(
          wish.root,
          values["key-file"] === undefined ? undefined : typedPath(values["key-file"], "publish"),
          today(new Date()),
        );
  const locks: FolderLock[] = [];
  const say = (line: string): void => console.log(line);
  try {
    // Always in this order, to avoid deadlocks.
    const reading = await lockIfWritable(wish.site, "publish", say);
    if (reading !== undefined) locks.push(reading);
    if (wish.to !== undefined) locks.push(await lockFolder(wish.to, "publish", say));
    locks.push(await lockFolder(recordsOf(wish.root), "publish", say));
    return await publish(wish, signer, locks);
  } finally {
    for (const lock of locks.reverse()) lock.release();
  }
}

/** Paths are absolute. */
interface PublicationOrder {
  readonly site: string;
  readonly root: string;
  /** `undefined` where the site is published elsewhere and only records are written. */
  readonly to: string | undefined;
  readonly keep: number;
  readonly plain: boolean;
  readonly reprint: boolean;
  readonly withdraw: boolean;
  readonly signChanged: boolean;
}

async function publish(
  { site, root, to, keep, plain, reprint, withdraw, signChanged }: PublicationOrder,
  signer: Signer | undefined,
  locks: readonly FolderLock[],
): Promise<number> {
  recoverOutput(site);
  settle(root, to);
  if (existsSync(path.join(root, journalFile)))
    throw new EnvironmentError("上次发布没有做完，有别的程序正在往那里发布", "请等它做完，再运行一次。");
  if (!isSite(site) || !existsSync(path.join(site, "index.html"))) throw notASite(site);
  const release = to === undefined ? undefined : new Release(to);
  const lost = lostAddresses(release?.current, site);
  if (lost.length > 0 && !withdraw) {
    console.error(
      `有 ${lost.length} 个已经发布的地址会消失，没有发布：\n${lost.map((each) => `  ${each}`).join("\n")}`,
    );
    console.error("改法：恢复这些稿件或期，重新运行 npm run build；确定要撤下的，加上 --withdraw 再发布。");
    return 1;
  }
  const read = new Root(root);
  const records = loadRecords(read);
  const now = new Date();
  const listed = read.exists(addressRecord) ? read.read(addressRecord) : undefined;
  const publication = planPublication(
    site,
    records,
    { date: today(now), reprint },
    {
      isListed: (issue) => {
        const [year = 0, value = 0] = issue.split("-").map(Number);
        return listsIssue(listed, { year, number: { value } });
      },
      isSigned: (issue, edition) => read.exists(signedFile(issue, edition)),
    },
  );
  if (hasErrors(read.problems) || publication.refusals.length > 0) {
    process.stderr.write(report(read.problems, read.sources));
    for (const refusal of publication.refusals) console.error(refusal);
    console.error("没有发布，网站和登记都没有动。");
    return 1;
  }
  const { current } = release ?? {};
  const signed =
    signer &&
    (await signPublication(signer, publication.files, {
      root,
      site,
      current,
      date: today(now),
      asChanged: signChanged,
      withdraw,
    }));
  if (signed !== undefined && "refused" in signed) {
    for (const each of signed.refused) console.error(each);
    console.error(`改法：${signed.hint}\n没有发布，网站和登记都没有动。`);
    return 1;
  }
  const signature = signed && siteSignatureText(signed.signature);
  const stored = storeEarlier(root, site, publication.earlier);
  const addresses = nextAddresses(root, site);
  const files = [
    ...publication.files,
    ...(addresses.added > 0 ? [{ path: addressRecord, text: addresses.text }] : []),
    ...(signed?.log === undefined ? [] : [signed.log]),
  ];
  openJournal(root, { to: release?.to ?? null, site: siteDigest(site, signature), files });
  try {
    if (release === undefined) putSignature(site, signature);
    const done = await release?.publish(site, { keep, plain, now, signature }, async (incoming) => {
      if (signed !== undefined) await mustBeSigned(incoming, signed.signature);
      for (const lock of locks) lock.assertOwned();
    });
    if (done !== undefined)
      console.log(`已发布到 ${to ?? ""}：${done.files} 个文件，其中 ${done.unchanged} 个没有变。`);
  } finally {
    settle(root, to);
  }
  if (signed !== undefined && release !== undefined) {
    const reminder = rememberPublication(release.to, signed.signature, signed.number);
    if (reminder !== undefined) console.error(reminder);
  }
  if (addresses.added > 0) console.log(`新的地址 ${addresses.added} 个，已记入 ${addressRecord}，请一并提交。`);
  if (publication.added.length > 0)
    console.log(`已登记在 ${recordFolder}：${publication.added.join("，")}，请一并提交。`);
  if (signed !== undefined)
    console.log(
      signed.log === undefined
        ? `网站与第 ${signed.number} 次签发时一样，签名不变。`
        : `已签名：第 ${signed.number} 次签发，记入 ${signed.log.path}，请一并提交。`,
    );
  for (const file of stored) console.log(`旧版的 PDF 存为 ${file}，请一并提交。`);
  return 0;
}

function notASite(folder: string): EnvironmentError {
  return new EnvironmentError(`${folder} 不是做好的网站`, "请先运行 npm run build，再发布。");
}

function lostAddresses(current: string | undefined, site: string): string[] {
  if (current === undefined) return [];
  const present = new Set(addressesOf(site));
  return addressesOf(current).filter((address) => !present.has(address));
}

function readKeep(typed: string | undefined): number {
  if (typed === undefined) return 3;
  if (!/^\d{1,4}$/.test(typed)) throw new EnvironmentError(`--keep 后面要写一个数，这里是“${typed}”`, "如 --keep 3。");
  return Number(typed);
}
