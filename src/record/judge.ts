/** Compares an issue with its record: unchanged, changed by a declared correction, or changed without one? */

import type { Correction } from "../model/correction.ts";
import type { Issue } from "../model/issue.ts";
import type { PublishedText, RecordedCorrection } from "../model/issue-record.ts";
import { error, warning } from "../base/problem/problem.ts";
import type { Place, Problem } from "../base/problem/problem.ts";
import { isoDate } from "../base/text/moment.ts";
import { compareTexts } from "./compare.ts";
import type { Change } from "./compare.ts";
import { firstEdition } from "./history.ts";
import type { EditionHistory } from "./history.ts";
import type { ReadRecord } from "./read-record.ts";
import { shownEditions } from "./shown-editions.ts";
import { changeWords } from "./words.ts";

/** Where an editor can revert a change, with the data lines behind new figures. */
export interface ChangePlace {
  /** In another issue's files where that issue's data changed the figures. */
  readonly place: Place;
  /** Further lines: `counts.yaml:12:5`. */
  readonly others: readonly Place[];
}

export interface Judgement {
  readonly history: EditionHistory;
  readonly problems: readonly Problem[];
}

type Judged = Pick<Issue, "year" | "number" | "corrections" | "date" | "folder">;

/** Reported as a warning in a draft, which a leader reads before approving the correction. */
export const changedCode = "published-changed";

/** What would be recorded of the issue now. */
export interface TextNow {
  /** Whether the record's newest edition has exactly this text; `undefined` when the printed text is unknown. */
  readonly isOnRecord: boolean | undefined;
  /** Called only where it does not. */
  readonly text: () => PublishedText;
}

/** `placeOf` is called for each undeclared change. */
export function judge(
  issue: Judged,
  record: ReadRecord | undefined,
  { isOnRecord, text }: TextNow,
  placeOf: (change: Change, before: PublishedText) => ChangePlace,
): Judgement {
  const [latest] = record?.editions ?? [];
  if (record === undefined || latest === undefined) return unpublished(issue);
  const known = [...record.editions].reverse().flatMap(({ corrections }) => corrections);
  const lost = known.filter((recorded, at) => !isSame(recorded, issue.corrections[at]));
  const fresh = issue.corrections.slice(known.length);
  const published = isOnRecord !== false ? emptyText : (record.texts().get(latest.number) ?? emptyText);
  const changes = isOnRecord !== false ? [] : compareTexts(published, text());
  const isRevised = fresh.length > 0 && changes.length > 0;
  const problems = [
    ...lost.map((correction) => lostCorrection(issue, correction)),
    ...(lost.length > 0
      ? []
      : [...early(fresh, latest.published), ...(isRevised || isOnRecord === undefined ? [] : idle(fresh))]),
    ...(isRevised ? [] : undeclared(issue, latest.published, changes, (change) => placeOf(change, published))),
  ];
  const corrections = [...record.editions]
    .reverse()
    .flatMap(({ number, corrections: own }) => own.map((correction) => ({ ...correction, edition: number })));
  const before = isRevised ? record.editions : record.editions.slice(1);
  const own = isRevised ? fresh.map(plain) : latest.corrections;
  const earlier = own.some(({ withheld }) => withheld)
    ? []
    : shownEditions(record.editions).filter((each) => before.includes(each));
  const number = isRevised ? latest.number + 1 : latest.number;
  const history: EditionHistory = {
    number,
    corrections: isRevised ? [...corrections, ...own.map((each) => ({ ...each, edition: number }))] : corrections,
    earlier,
    record,
    isNew: isRevised,
  };
  return { history, problems };
}

const emptyText: PublishedText = { parts: [], figures: [], data: [] };

function unpublished({ corrections }: Pick<Issue, "corrections">): Judgement {
  return {
    history: firstEdition,
    problems: corrections.map(({ place }) =>
      warning(
        "correction-unpublished",
        place,
        "这一期还没有发布的登记，更正不会登出",
        "没有发布的，直接改正文，删去“更正”；已经发布的，请先按发布时的内容运行 npm run publish 登记。",
      ),
    ),
  };
}

/** 第15期（2020年） */
function named({ year, number }: Pick<Issue, "year" | "number">): string {
  return `${year} 年第 ${number.value} 期`;
}

/** One problem per sentence; changes of data alone are joined into one problem per data line. */
function undeclared(
  issue: Judged,
  published: string,
  changes: readonly Change[],
  placeOf: (change: Change) => ChangePlace,
): Problem[] {
  const report = (place: Place, words: string, movers: readonly string[]): Problem =>
    error(
      changedCode,
      movers.length === 0 ? place : issue.number.place,
      `${named(issue)}已于 ${published} 发布，${words}${movers.length === 0 ? "" : `；是 ${movers.join("、")} 的数据带动的`}`,
      changeHint(issue, movers),
    );
  const words = changes.filter((change) => change.kind !== "data");
  const data = new Map<string, ChangePlace & { readonly words: string[] }>();
  for (const change of changes) {
    if (change.kind !== "data") continue;
    const found = placeOf(change);
    const key = placeText(found.place);
    const group = data.get(key) ?? { ...found, words: [] };
    data.set(key, group);
    group.words.push(changeWords(change));
  }
  return [
    ...words.map((change) => {
      const found = placeOf(change);
      const movers = moversOf(issue, found);
      const also =
        found.others.length === 0 || movers.length > 0 ? "" : `；还与 ${found.others.map(placeText).join("、")} 有关`;
      return report(found.place, changeWords(change) + also, movers);
    }),
    ...[...data.values()].map((group) =>
      report(group.place, `网站的数据文件里会变：${group.words.join("，")}`, moversOf(issue, group)),
    ),
  ];
}

/** Files of other issues whose data changed this one's figures, where its own data did not. */
function moversOf({ folder }: Judged, { place, others }: ChangePlace): string[] {
  const isElsewhere = ({ file }: Place): boolean =>
    file.startsWith("content/issues/") && !file.startsWith(`${folder}/`);
  return isElsewhere(place) ? [...new Set([place, ...others].filter(isElsewhere).map(({ file }) => file))] : [];
}

function changeHint({ folder, corrections }: Judged, movers: readonly string[]): string {
  const back = movers.length === 0 ? "请改回原样" : `请把 ${movers.join("、")} 改回原样`;
  const also = movers.length === 0 ? "" : "这一期也要另写：";
  const where =
    corrections.length === 0 ? `在 ${folder}/issue.yaml 里写“更正”` : `在 ${folder}/issue.yaml 的“更正”里另加一条`;
  return `不是有意改的，${back}；确要更正的，${also}${where}（日期、内容、原因）。`;
}

function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function lostCorrection(issue: Pick<Issue, "number">, { date, what }: RecordedCorrection): Problem {
  return error(
    "correction-lost",
    issue.number.place,
    `已经登出的更正（${date}：${what}）不见了、改过了，或者次序变了`,
    "登出的更正不能再改，请照原样写在“更正”的前面；又有更正的，另加一条。",
  );
}

function early(fresh: readonly Correction[], published: string): Problem[] {
  return fresh
    .filter(({ date }) => isoDate(date) < published)
    .map(({ date, place }) =>
      error(
        "correction-date",
        place,
        `更正的日期 ${isoDate(date)} 早于这一期发布的日期 ${published}`,
        "请写作出更正的那一天。",
      ),
    );
}

function idle(fresh: readonly Correction[]): Problem[] {
  return fresh.map(({ place }) =>
    warning(
      "correction-idle",
      place,
      "写了更正，但正文和数字与已经发布的一样，这条更正不会登出",
      "请改正文或数据；不用更正的，删去这一条。",
    ),
  );
}

function plain({ date, what, why, withheld }: Correction): RecordedCorrection {
  return { date: isoDate(date), what, why, withheld };
}

function isSame(recorded: RecordedCorrection, typed: Correction | undefined): boolean {
  if (typed === undefined) return false;
  const { date, what, why, withheld } = plain(typed);
  return recorded.date === date && recorded.what === what && recorded.why === why && recorded.withheld === withheld;
}
