/** What units have of a total told before them in the sentence: 全市累计接到信访件221件，祁阳县25件，东安县26件. */

import { partOf } from "../../compute/tally/breakdown.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { quantityEnd, sentenceOf, type NumberToken } from "./number-token.ts";
import { isRemainder } from "./labels.ts";
import { partMatch, type DataContext, type Match } from "./match.ts";

/** Nothing but a mark, words that take a part out of the whole, and the name. */
const between =
  /^[ \t]*[，,；;、（(：:]?[ \t]*(?:其中)?[，,：:]?[ \t]*(?:涉及|来自|属于|包括|含|有|和|及|以及)?(.+?)(?:的)?(?:有|为|是|共|共有|占|计)?[ \t]*$/;
/** Characters; the bound keeps a text without numbers cheap. */
const longest = 40;
/** Behind the number the clause ends; 3件正在办理 would be a part of the part. */
const clauseEnd = /^[ \t]*(?:[，,、；;。！？!?）)（(]|和|及|以及|$)/;
const share = /^[ \t]*[（(][^（()）。，；]{0,8}$/;

/** To be asked of the tokens of one block, one after the other. */
export class PartMatcher {
  readonly #context: DataContext;
  /** Totals of the sentence, the last one told first. */
  #wholes: Tally[] = [];
  #sentence = -1;
  /** Where the last number of the row ends; `undefined` when something else has come between. */
  #end: number | undefined;

  constructor(context: DataContext) {
    this.#context = context;
  }

  /** `found`: what the token has been recognized as by itself. */
  match(token: NumberToken, found: Match | undefined): Match | undefined {
    const whole = this.#wholeOf(token, found);
    if (whole === undefined && this.#end === undefined) return undefined;
    const { start } = sentenceOf(token);
    if (start !== this.#sentence) [this.#sentence, this.#wholes, this.#end] = [start, [], undefined];
    if (whole !== undefined) {
      this.#wholes.unshift(whole);
      this.#end = quantityEnd(token);
      return undefined;
    }
    if (this.#end === undefined) return undefined;
    const part = found ?? this.#part(token, token.block.text.slice(this.#end, token.start));
    if (part !== undefined || token.computed !== undefined) this.#end = quantityEnd(token);
    else this.#end = this.#behindShare(token, this.#end);
    return found === undefined ? part : undefined;
  }

  #wholeOf(token: NumberToken, found: Match | undefined): Tally | undefined {
    const name = token.computed?.figure?.name ?? found?.figure?.name ?? "";
    const definition = this.#context.tallies.vocabulary.measures.get(name);
    if (definition === undefined || definition.percent !== undefined) return undefined;
    return this.#context.tallies.find(name);
  }

  #part(token: NumberToken, words: string): Match | undefined {
    const label = words.length > longest ? "" : (between.exec(words)?.[1]?.trim() ?? "");
    const { text } = token.block;
    if (token.kind !== "count" || token.approximate || token.value === undefined) return undefined;
    if (isRemainder(label) || !clauseEnd.test(text.slice(quantityEnd(token)))) return undefined;
    const matches = this.#wholes.flatMap(({ breakdowns, joint }) =>
      [...breakdowns.values()].flatMap((breakdown) => {
        const { overlapping, registry } = breakdown.dimension;
        const part = overlapping ? undefined : partOf(breakdown, registry.find(label));
        return part === undefined ? [] : (partMatch(token, part, joint) ?? []);
      }),
    );
    // 接到215件，办结160件，零陵区32件: whichever of the two is meant.
    return matches.find(({ agrees }) => agrees) ?? matches[0];
  }

  /** 祁阳县25件（占11.4%），东安县26件 */
  #behindShare(token: NumberToken, from: number): number | undefined {
    const { text } = token.block;
    const end = quantityEnd(token);
    const isShare = token.kind === "percentage" && share.test(text.slice(from, token.start));
    return isShare && /^[）)]/.test(text.slice(end)) ? end + 1 : undefined;
  }
}
