/**
 * One build, from top to bottom: load → work out each issue → check everything → print → write → swap in. What an earlier build made from
 * the same is taken as it is, at every step; a build of which nothing has changed ends after the first.
 */

import path from "node:path";
import { buildReminders, buildWaivers } from "../check/reminders.ts";
import type { FolderLock } from "../base/process/folder-lock.ts";
import { watchFor } from "../base/process/progress.ts";
import type { Talk } from "../base/process/progress.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import type { Press } from "../output/pdf/index.ts";
import { issuesFolder } from "../read/load/load-archive.ts";
import { loadData } from "../read/load/load-data.ts";
import { Root } from "../read/load/root.ts";
import { settlePublication } from "../release/publish/journal.ts";
import { OutputFolder } from "../release/publish/output-folder.ts";
import { storeEarlier } from "../release/publish/publication.ts";
import { recoverOutput } from "../release/publish/recover-output.ts";
import { rememberTemplates } from "./compiled-templates.ts";
import { editionCount, Editions } from "./editions.ts";
import { FileDigests } from "./file-digests.ts";
import { Memo } from "./memo.ts";
import { leaksOf, passKey } from "./outgoing.ts";
import { DevelopedPictures } from "./pictures.ts";
import { prepareAll } from "./prepare.ts";
import { PreviousOutput } from "./previous-output.ts";
import { fontConfig } from "./print-issue.ts";
import type { PrintableIssue } from "./print-issue.ts";
import { printAll } from "./print.ts";
import { Program } from "./program.ts";
import { exitCode, failed, refused } from "./outcome.ts";
import { IssueResults } from "./results.ts";
import { shareOf } from "./shard.ts";
import type { Shard } from "./shard.ts";
import { withSiteUrl } from "./site-url.ts";
import { sourcesOf } from "./sources.ts";
import type { Sources } from "./sources.ts";
import { signedEditions } from "./signed-editions.ts";
import { keepHeapSmall } from "./small-heap.ts";
import { deleteFolder } from "./worker/file-thread.ts";
import { printAndWrite } from "./write.ts";
import { earlierFiles, findEarlier } from "./write-editions.ts";

export interface BuildOptions {
  /** The root. Absolute, as all paths here. */
  readonly folder: string;
  /** How many issues there are, sound or not. */
  readonly issueCount: number;
  readonly output: string;
  /** The folder of what is remembered; `undefined` where nothing is. */
  readonly cache: string | undefined;
  /** Instead of the address in the bulletin's data. */
  readonly siteUrl: string | undefined;
  readonly shard: Shard | undefined;
  readonly strictFonts: boolean;
  readonly talk: Talk;
}

/** `lock`: of the output, where there is one. Returns the exit code. @throws EnvironmentError */
export async function buildSite(options: BuildOptions, press: Press, lock?: FolderLock): Promise<number> {
  const started = performance.now();
  const { folder, issueCount, output, siteUrl, shard, strictFonts, talk } = options;
  const tell = (lines: string): void => {
    if (!talk.quiet) talk.write(lines);
  };
  const say = (line: string): void => tell(`${line}\n`);
  const took = (): string => `用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`;
  const where = path.relative(process.cwd(), output) || ".";

  const memo = new Memo(options.cache);

  // Load. The browser gets ready meanwhile, as soon as it is known that something must be printed.
  settlePublication(folder);
  keepHeapSmall(issueCount);
  rememberTemplates();
  if (shard === undefined) recoverOutput(output);
  const root = new Root(folder);
  const data = loadData(root);
  const fonts = data.bulletin === undefined ? undefined : fontConfig(data.bulletin, root);
  if (shard === undefined && editionCount(memo) < issueCount) await press.start(fonts);
  const digests = new FileDigests(memo);
  const program = new Program();
  const isRemembering = memo.folder !== undefined && data.bulletin !== undefined && fonts !== undefined;
  const readSources = (): Promise<Sources | undefined> =>
    isRemembering ? sourcesOf(options, fonts, digests, program) : Promise.resolve(undefined);
  const sources = await readSources();
  const previous = new PreviousOutput(memo, output, sources && program.digest());
  const same = shard === undefined ? previous.ifMadeFrom(sources?.key) : undefined;
  if (same !== undefined) {
    digests.save();
    tell(same.said);
    say(`完成：${same.issues} 期都没有变化，网站不用重做，${took()}，输出在 ${where}`);
    return 0;
  }

  // Work out each issue, and check everything.
  const results = new IssueResults(memo, sources?.inputs, sources?.common ?? "");
  const folders = root.list(issuesFolder).map(({ name }) => `${issuesFolder}/${name}`);
  if (shard === undefined && !results.knows(folders)) await press.start(fonts);
  const prepared = prepareAll(root, data, results, watchFor(talk));
  // Also for builds that print for other machines only, or fail later on.
  digests.save();
  const { archive, issues } = prepared;
  if (!prepared.ok || archive === undefined || fonts === undefined) return refused(prepared);

  // Print.
  const { bulletin } = archive;
  const pageOf = (issue: PrintableIssue["issue"]): string => results.of(issue).page;
  const editions = sources && new Editions(memo, { root, bulletin, fonts, digests, setting: sources.setting, pageOf });
  const watch = watchFor(talk);
  const pictures = new DevelopedPictures(memo, sources && digests, (made, asked) => watch("处理图片", made, asked));
  const printing = { root, bulletin, fonts, press, pictures, editions, talk };
  if (shard !== undefined) {
    const share = shareOf(issues, shard);
    const outcome = await printAll(share, printing, ({ view }, { plan }) => `第 ${view.number} 期，${plan.pages} 页`);
    if (memo.trouble !== undefined)
      throw new EnvironmentError(memo.trouble, "请腾出磁盘空间，或用 --cache 另指一个文件夹。");
    if (failed(outcome, prepared)) return exitCode(outcome);
    say(`完成：第 ${shard.index} 份，共 ${shard.count} 份；${share.length} 期，${took()}，都在缓存里`);
    return 0;
  }
  const earlier = findEarlier(prepared, output, memo);
  if (earlier.problems.length > 0) return refused({ ...prepared, problems: earlier.problems });
  const signed = await signedEditions(prepared, digests);
  if (signed.problems.length > 0) return refused({ ...prepared, problems: signed.problems });
  let said = buildReminders(archive, prepared.problems, root) + buildWaivers(archive, prepared.waived);
  const target = new OutputFolder(output);
  let deleted: Promise<void> | undefined;
  try {
    // Write, each issue as it has been printed.
    const shown = withSiteUrl(archive, siteUrl);
    const writing = { target, previous, results, memo, program, earlier: earlier.pdfs, signed, strictFonts };
    const outcome = await printAndWrite(shown, prepared, printing, writing);
    if (failed(outcome, prepared)) return exitCode(outcome);
    const lookedThroughBy = sources && passKey(shown, sources.common);
    const isLookedThrough = lookedThroughBy !== undefined && previous.lookedThroughBy === lookedThroughBy;
    const leaks = leaksOf(target.staging, shown, root, (file) => isLookedThrough && target.isTakenOver(file));
    if (leaks.length > 0) return refused({ ...prepared, problems: leaks });

    // Swap in. Before: should the disk be full, the old site is still there.
    const kept = storeEarlier(folder, target.staging, earlierFiles(prepared));
    lock?.assertOwned();
    target.commit();
    deleted = target.clear(deleteFolder);
    // Waited for below, where a fault of it is heard.
    deleted.catch(() => undefined);
    for (const remark of outcome.remarks) say(`提醒：${remark}。发布时加 --reprint 登记为再印。`);
    said += signed.reminders.map((each) => `提醒：${each}\n`).join("");
    tell(said);
    for (const file of kept) say(`更正以前的 PDF 存为 ${file}，请一并提交。`);
    // What was saved while the build ran may be in the site or not.
    const madeFrom = (await readSources())?.key === sources?.key ? sources?.key : undefined;
    const remarks = outcome.remarks.length > 0 ? `${outcome.remarks.length} 期的 PDF 与登记的不同。\n` : "";
    previous.save({ madeFrom, lookedThroughBy, said: said + remarks, issues: issues.length });
  } finally {
    target.discard();
  }
  digests.save();
  memo.prune();
  await deleted;
  if (memo.trouble !== undefined) say(`提醒：${memo.trouble}。网站没有受影响，下次要多花些时间。`);
  say(`完成：${issues.length} 期，${took()}，输出在 ${where}`);
  return 0;
}
