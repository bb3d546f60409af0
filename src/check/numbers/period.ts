/** Which time and which batches a sentence speaks of, held against those of the data. */

import type { BatchRange } from "../../model/count-sheet.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { dayNumber, daysInMonth, type Moment } from "../../base/text/moment.ts";
import { readNumeral } from "../../base/text/numeral.ts";
import { sentenceOf, type NumberToken } from "./number-token.ts";
import type { NumberFinding } from "./finding.ts";

/** Of another time than the data, or of none: plans, averages, guesses. */
const otherTime =
  /昨[日天]|当[日天]|今[日天]|前[一二三四五六七八九十\d]+批|首批|上[一]?批|新增|新接|新转|新收|上期|去年|前年|往年|历年|近年|上年|同期|同比|环比|比上|较上|今年|本年|全年|年内|季度|[上下]半年|上[一]?[月周轮次]|下[一]?[月周批步]|本轮以来|首轮|第[一二三四五六七八九十\d]+轮|[上中下]旬|每[天日周月]|日均|平均|预计|计划|力争|目标|确保|争取|要求|必须|务必|应当|底前|日前|以前|之前|待|如果|若|未能|此前|前期|十[三四五]五/;

const numberedBatch =
  /第([〇零一二两三四五六七八九十百\d]{1,5})(?=批|[至到—–－-])|[至到—–－-]第?([〇零一二两三四五六七八九十百\d]{1,5})批|(?<![第\d])(\d{1,3})[至到—–－-](\d{1,3})批/g;

export type Times = "same" | "other";

/** Batches that a text names by number. */
export function batchesIn(text: string): { readonly from: number; readonly to: number } | undefined {
  const named = [...text.matchAll(numberedBatch)].flatMap((match) =>
    match.slice(1).flatMap((typed?: string) => {
      const value = typed === undefined ? undefined : readNumeral(typed);
      return value === undefined ? [] : [value];
    }),
  );
  const [from, to] = [named[0], named.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

const isSingle = (range: BatchRange | undefined): boolean => range !== undefined && range.from === range.to;

/** A number said to be of a tally, in a sentence that may be of another time. */
export interface TimedMention {
  readonly token: NumberToken;
  readonly tally: Tally;
  readonly lead: string;
  readonly clause: string;
}

/** Of one issue: `moments` are those that its data is as of. */
export class PeriodReader {
  readonly #moments: readonly Moment[];
  readonly #accumulated: ReadonlySet<string>;

  constructor(moments: readonly Moment[], { measures }: Vocabulary) {
    this.#moments = moments;
    this.#accumulated = new Set([...measures.values()].flatMap(({ accumulates }) => accumulates ?? []));
  }

  /** 本周, 3月4日至10日: the sentence names the stretch of time that the tally is of, and no other. */
  namesOwn(tally: Tally, lead: string): boolean {
    const rest = this.#withoutOwnPeriod(tally, lead);
    const { since, asOf } = tally;
    const isOneDay = since !== undefined && isDay(asOf, since.month, since.day);
    if (isOneDay && lead.includes(`${since.month}月${since.day}日`)) return rest !== undefined;
    return rest !== undefined && rest !== lead;
  }

  /** Whether a sentence speaks of the time that a tally is of. `clause` is the last clause before the number. */
  isOf(tally: Tally, lead: string, clause: string): boolean {
    const rest = this.#withoutOwnPeriod(tally, lead);
    // 新增确诊 as a measure's name says nothing of time.
    return (
      rest !== undefined &&
      !otherTime.test(rest.replaceAll(tally.definition.name, "")) &&
      this.#isNow(rest, tally) &&
      this.#fitsBatches(tally, lead, clause)
    );
  }

  /** A batch or 截至 typed by hand beside a figure of another one. */
  contradiction({ token, tally, lead, clause }: TimedMention, tokens: readonly NumberToken[]): NumberFinding[] {
    const { batches, asOf, definition } = tally;
    const { start } = sentenceOf(token);
    const before = tokens.filter(
      (other) => other.start >= start && other.start < token.start && other.computed === undefined,
    );
    const named = batchesIn(clause);
    const ordinal = before.findLast(
      ({ kind, whole, block }) => kind === "ordinal" && /^批/.test(block.text.slice(whole.end)),
    );
    if (
      named !== undefined &&
      ordinal !== undefined &&
      batches !== undefined &&
      (named.from !== batches.from || named.to !== batches.to)
    ) {
      const own = batches.from === batches.to ? `第${batches.from}批` : `第${batches.from}-${batches.to}批`;
      return [
        periodFinding(
          ordinal,
          `这里手写的是${ordinal.whole.text}批，数据里“${definition.name}”是${own}，件数却与数据相同`,
        ),
      ];
    }
    const date = before.findLast(
      ({ kind, whole, block }) => kind === "date" && /截[至止][ \t]*$/.test(block.text.slice(0, whole.start)),
    );
    const isOther = date !== undefined && asOf !== undefined && /截[至止]/.test(lead) && !this.#isNow(lead, tally);
    const { month = 0, day = 0 } = asOf ?? {};
    return isOther
      ? [
          periodFinding(
            date,
            `这里手写的是截至${date.whole.text}，数据里“${definition.name}”截至${month}月${day}日，件数却与数据相同`,
          ),
        ]
      : [];
  }

  /** 累计 is not said of one batch or one week, 本批 not of all batches. */
  #fitsBatches(tally: Tally, lead: string, clause: string): boolean {
    const { definition, batches } = tally;
    const isOfOne = isSingle(batches)
      ? batches?.from !== 1
      : this.#accumulated.has(definition.name) || (definition.accumulates === undefined && tally.since !== undefined);
    if (/累计/.test(clause) && isOfOne) return false;
    const here = batchesIn(clause);
    if (/[本这该]批/.test(clause)) return isSingle(batches) || this.#accumulated.has(definition.name);
    // A batch named in an earlier clause is that clause's, where this one says 累计.
    const named = here ?? (/累计/.test(clause) ? undefined : batchesIn(lead));
    if (named === undefined) return /累计/.test(clause) || !/[本这该]批/.test(lead) || isSingle(batches);
    return batches !== undefined && named.from === batches.from && named.to === batches.to;
  }

  /** `undefined` where a period is named that is not the tally's. */
  #withoutOwnPeriod({ since, asOf }: Tally, lead: string): string | undefined {
    let fits = true;
    const days = since === undefined || asOf === undefined ? undefined : dayNumber(asOf) - dayNumber(since) + 1;
    const isMonth = since?.day === 1 && asOf?.month === since.month && days !== undefined && days >= 28;
    const check = (own: boolean): string => {
      fits &&= own;
      return "";
    };
    const isYear = since?.month === 1 && since.day === 1 && asOf?.year === since.year;
    const isMonths = (from: number, to: number): boolean =>
      since?.month === from && since.day === 1 && asOf?.month === to && asOf.day === daysInMonth(asOf.year, to);
    const rest = lead
      // What a cumulative count without 起始 is of nobody can tell.
      .replace(/今年以来|年初以来|今年(?!\d)/g, (words) => (since === undefined ? words : check(isYear)))
      .replace(
        /(?<![\d月])(\d{1,2})(?:月)?[至到—–－~-](\d{1,2})月份?(?!\d|底|初|末)/g,
        (_, from: string, to: string) =>
          since === undefined ? check(false) : check(isMonths(Number(from), Number(to))),
      )
      .replace(/(?<!前)第?([一二三四])季度/g, (words, quarter: string) => {
        const last = "一二三四".indexOf(quarter) * 3 + 3;
        return since === undefined ? words : check(isMonths(last - 2, last));
      })
      .replace(/((?:19|20)\d{2})年/g, (words, year: string) =>
        asOf === undefined || [since?.year, asOf.year].includes(Number(year)) ? words : check(false),
      )
      .replace(/[本这]周(?!边|期|年)/g, () => check(days === 7))
      .replace(/[本当]月/g, () => check(isMonth))
      .replace(/(?<![\d—–－～至-])(\d{1,2})月份?(?!\d|底|初|末)/g, (_, month: string) =>
        check(isMonth && Number(month) === asOf?.month),
      )
      .replace(
        /(\d{1,2})月(\d{1,2})[日号]?(?:[至到—–－～-]{1,2})(?:(\d{1,2})月)?(\d{1,2})[日号]/g,
        (_, month: string, day: string, other: string | undefined, end: string) => {
          const last = { month: Number(other ?? month), day: Number(end) };
          if (since === undefined)
            return /累计|共/.test(lead) && other !== undefined
              ? `${last.month}月${last.day}日`
              : /累计/.test(lead)
                ? `${last.month}月${last.day}日`
                : check(false);
          return check(isDay(since, Number(month), Number(day)) && isDay(asOf, last.month, last.day));
        },
      );
    return fits ? rest : undefined;
  }

  /** Any date in the sentence is one that the data is as of, or the issue's own. */
  #isNow(lead: string, { since }: Tally): boolean {
    const dates = [...lead.matchAll(/(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})(?=日|号)/g)];
    // A bare date is that day's, unless all is told.
    const isDaily =
      since === undefined &&
      dates.length > 0 &&
      !/截[至止]|至今|累计|共|总|[到至][^，]*止|[日号][到至]|[到至—–－～-]\d/.test(lead);
    if (isDaily) return false;
    const known = since === undefined ? this.#moments : [...this.#moments, since];
    return (
      dates.length === 0 ||
      dates.some(([, year, month, day]) =>
        known.some(
          (moment) => isDay(moment, Number(month), Number(day)) && (year === undefined || Number(year) === moment.year),
        ),
      )
    );
  }
}

function periodFinding(token: NumberToken, message: string): NumberFinding {
  return {
    token: { ...token, start: token.whole.start },
    message,
    hint: "请核对：是批次、日期没有改，还是件数没有改？",
  };
}

function isDay(moment: Moment | undefined, month: number, day: number): boolean {
  return moment !== undefined && moment.month === month && moment.day === day;
}
