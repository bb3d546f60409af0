/** One build: all issues printed and the site put in place, or one shard of the issues printed into the cache. */

import path from "node:path";
import type { Cache } from "./cache/cache.ts";
import { inputsBelow } from "./cache/inputs.ts";
import { FileDigests } from "./cache/file-digests.ts";
import { loadData } from "../read/load/load-data.ts";
import { Root } from "../read/load/root.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import type { FolderLock } from "../base/process/folder-lock.ts";
import { report, summary } from "../base/problem/report.ts";
import type { Press } from "../output/pdf/index.ts";
import { OutputFolder, sitePlaces } from "../release/publish/output-folder.ts";
import { settlePublication } from "../release/publish/journal.ts";
import { recoverOutput } from "../release/publish/recover-output.ts";
import { editionKind } from "./edition-store.ts";
import { fullReport } from "../check/full-report.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { IssueMemory } from "./issue-memory.ts";
import type { Prepared } from "./prepare.ts";
import { keepEarlier } from "../release/publish/publication.ts";
import type { Printing, PrintOutcome } from "./print-all.ts";
import { DevelopedPictures } from "./developed-pictures.ts";
import { EditionKeys } from "./edition-key.ts";
import { fontConfig } from "./print-issue.ts";
import { watchFor } from "../base/process/progress.ts";
import { withSiteUrl } from "./site-url.ts";
import type { Talk } from "../base/process/progress.ts";
import { shareOf } from "./shard.ts";
import { keepHeapSmall } from "./small-heap.ts";
import type { Shard } from "./shard.ts";
import { StandingFiles } from "./standing-files.ts";
import { ingredientsOf, keepStanding, standingSite } from "./standing-site.ts";
import type { Ingredients } from "./standing-site.ts";

export interface BuildWish {
  /** The root. Absolute, as all paths here. */
  readonly folder: string;
  /** How many issues there are, sound or not. */
  readonly issueCount: number;
  readonly output: string;
  readonly cache: Cache;
  /** Instead of the address in the bulletin's data. */
  readonly siteUrl: string | undefined;
  readonly shard: Shard | undefined;
  readonly strictFonts: boolean;
  readonly talk: Talk;
}

/** `lock`: of the output, where there is one. Returns the exit code. @throws EnvironmentError */
export async function buildSite(wish: BuildWish, press: Press, lock?: FolderLock): Promise<number> {
  const started = performance.now();
  const { folder, issueCount, cache, output, siteUrl, shard, strictFonts, talk } = wish;
  const say = (line: string): void => {
    if (!talk.quiet) talk.write(`${line}\n`);
  };
  const tell = (lines: string): void => {
    if (!talk.quiet) talk.write(lines);
  };
  const took = (): string => `用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`;
  const where = path.relative(process.cwd(), output) || ".";
  const digests = new FileDigests(cache.folder);
  settlePublication(folder);
  const ingredientsNow = (): Promise<Ingredients | undefined> =>
    ingredientsOf(folder, { output, siteUrl, strictFonts }, digests);
  // Before a thread starts, which takes what V8 compiled for it only under the same flags.
  keepHeapSmall(issueCount);
  const root = new Root(folder);
  const { bulletin } = loadData(root);
  // As soon as it is known that something must be printed, so that the browser gets ready while the content is read.
  let starting: Promise<void> | undefined;
  const startPress = (): Promise<void> =>
    (starting ??= press.start(bulletin === undefined ? undefined : fontConfig(bulletin, root)));
  if (shard === undefined) {
    recoverOutput(output);
    if (cache.count(editionKind) < issueCount) await startPress();
  }
  const ingredients = cache.folder === undefined ? undefined : await ingredientsNow();
  if (shard === undefined) {
    const standing = ingredients === undefined ? undefined : standingSite(cache, ingredients.key, sitePlaces(output));
    if (standing !== undefined) {
      digests.save();
      tell(standing.told);
      say(`完成：${standing.issues} 期都没有变化，网站不用重做，${took()}，输出在 ${where}`);
      return 0;
    }
  }
  // Loaded when there is something to do.
  const [
    { prepare },
    { IssueMemory },
    { printAll },
    { assemble },
    { earlierFiles, findEarlier },
    { buildReminders, buildWaivers },
    { Outgoing },
    { SignedEditions },
    { issueKey },
  ] = await Promise.all([
    import("./prepare.ts"),
    import("./issue-memory.ts"),
    import("./print-all.ts"),
    import("./assemble.ts"),
    import("./write-editions.ts"),
    import("../check/reminders.ts"),
    import("./outgoing.ts"),
    import("./signed-editions.ts"),
    import("../check/published/published-records.ts"),
  ]);
  const memory =
    ingredients === undefined
      ? undefined
      : new IssueMemory(cache, {
          ...ingredients,
          again: (part) => inputsBelow(folder, [part], digests),
          onChange: () => void startPress(),
        });
  const prepared = prepare(folder, memory, watchFor(talk));
  // Also for builds that print into the cache only, or fail later on.
  digests.save();
  const { archive } = prepared;
  if (!prepared.ok || archive === undefined) return refused(prepared);
  const printing = await openPrinting(archive.bulletin, prepared.root, wish, press, memory, digests);
  if (shard !== undefined) {
    const share = shareOf(prepared.issues, shard);
    const outcome = await printAll(share, printing, ({ view }, { pages }) => `第 ${view.number} 期，${pages} 页`);
    if (cache.trouble !== undefined)
      throw new EnvironmentError(cache.trouble, "请腾出磁盘空间，或用 --cache 另指一个文件夹。");
    if (failed(outcome, prepared)) return exitCode(outcome);
    say(`完成：第 ${shard.index} 份，共 ${shard.count} 份；${share.length} 期，${took()}，都在缓存里`);
    return 0;
  }
  const earlier = findEarlier(prepared, output, cache);
  if (earlier.problems.length > 0) return refused({ ...prepared, problems: earlier.problems });
  const signed = await SignedEditions.open(
    prepared.root,
    digests,
    prepared.issues.map(({ issue }) => {
      const { number = 1, record } = prepared.histories.get(issue) ?? {};
      return {
        issue: issueKey(issue),
        edition: number,
        recorded: record?.editions.find((each) => each.number === number),
      };
    }),
  );
  if (signed.problems.length > 0) return refused({ ...prepared, problems: signed.problems });
  const target = new OutputFolder(output);
  let told = buildReminders(archive, prepared.problems, prepared.root) + buildWaivers(archive, prepared.waived);
  const standing = new StandingFiles(cache, output);
  const parts = { strictFonts, earlier: earlier.pdfs, standing, memory, signed };
  let cleared: Promise<void> | undefined;
  try {
    const all = withSiteUrl(archive, siteUrl);
    const outcome = await assemble(prepared, all, target, printing, parts);
    if (failed(outcome, prepared)) return exitCode(outcome);
    const look = new Outgoing(all, prepared, ingredients?.common, cache, output);
    const leaks = look.problems(target);
    if (leaks.length > 0) return refused({ ...prepared, problems: leaks });
    // Before the swap: should the disk be full, the old site is still there.
    const kept = keepEarlier(folder, target.staging, earlierFiles(prepared));
    lock?.assertHeld();
    target.commit();
    cleared = target.clear();
    // Told of when it is waited for.
    cleared.catch(() => undefined);
    standing.save();
    look.save();
    for (const remark of outcome.remarks) say(`提醒：${remark}。发布时加 --reprint 登记为再印。`);
    told += signed.reminders.map((each) => `提醒：${each}\n`).join("");
    tell(told);
    if (outcome.remarks.length > 0) told += `${outcome.remarks.length} 期的 PDF 与登记的不同。\n`;
    for (const file of kept) say(`更正以前的 PDF 存为 ${file}，请一并提交。`);
  } finally {
    target.discard();
  }
  // What was saved while the build ran may be in the site or not.
  if (ingredients !== undefined && ingredients.key === (await ingredientsNow())?.key)
    keepStanding(cache, ingredients.key, sitePlaces(output), {
      told,
      issues: prepared.issues.length,
    });
  digests.save();
  cache.prune();
  await cleared;
  if (cache.trouble !== undefined) say(`提醒：${cache.trouble}。网站没有受影响，下次要多花些时间。`);
  say(`完成：${prepared.issues.length} 期，${took()}，输出在 ${where}`);
  return 0;
}

async function openPrinting(
  bulletin: Bulletin,
  root: Root,
  { cache, talk }: BuildWish,
  press: Press,
  memory: IssueMemory | undefined,
  digests: FileDigests,
): Promise<Printing> {
  const fonts = fontConfig(bulletin, root);
  const isKept = cache.folder !== undefined;
  const keys = isKept ? await EditionKeys.open(bulletin, fonts, root, digests, memory?.viewKey) : undefined;
  const watch = watchFor(talk);
  const pictures = new DevelopedPictures(cache, isKept ? digests : undefined, (made, asked) =>
    watch("处理图片", made, asked),
  );
  return { root, bulletin, fonts, press, cache, pictures, keys, talk };
}

function refused({ problems, root }: Prepared): number {
  const errors = problems.filter((problem) => problem.severity === "error");
  const end = summary(problems);
  process.stderr.write(fullReport(errors, root, problems));
  process.stderr.write(`${end}。没有生成任何文件，原来的输出没有动。\n`);
  return 1;
}

/** Tells what kept issues from being printed, if anything did. */
function failed({ problems, failures }: PrintOutcome, { root }: Prepared): boolean {
  if (problems.length === 0 && failures.length === 0) return false;
  process.stderr.write(report(problems, root.sources));
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  const counts = [
    ...(problems.length > 0 ? [summary(problems)] : []),
    ...(failures.length > 0 ? [`${failures.length} 期没有印成`] : []),
  ];
  process.stderr.write(`${counts.join("，")}。没有生成任何文件，原来的输出没有动。\n`);
  return true;
}

function exitCode({ failures }: PrintOutcome): number {
  return failures.length > 0 ? 2 : 1;
}
