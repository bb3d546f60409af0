/** Determines the place of the imprint (版记): 7.4.1 and 7.3.5.5. */

import { Unmeasured } from "./flow.ts";
import type { FlowBox, TextBox } from "./flow.ts";
import type { PageBox } from "./page-fill.ts";
import { Ends, paginate } from "./paginate.ts";
import type { Pagination } from "./paginate.ts";

export interface ImprintPlace {
  readonly pagination: Pagination;
  /** The paginated boxes, possibly with closer characters or lines. */
  readonly boxes: readonly FlowBox[];
  readonly tight: readonly number[];
  readonly close: readonly number[];
  /** Whether its page has no text. */
  readonly alone: boolean;
  readonly blankBefore: boolean;
  /** Number of pages, including blank ones and that of the imprint. */
  readonly pages: number;
}

/** Pixels by which `close` lines are nearer to each other. */
export const closer = (0.3 * 96) / 25.4;

/**
 * `room`: the height of the imprint and of the blank line, or half of one, above it. If it does not fit below the text, the space between
 * characters, then between lines is reduced (7.3.5.5); else text is moved to its page, so that the page is not without text. With `even`
 * it is put on an even page, if necessary after a blank one. @throws Unmeasured
 */
export function placeImprint(
  boxes: readonly FlowBox[],
  page: PageBox,
  { room, even, firstPageLines }: { readonly room: number; readonly even: boolean; readonly firstPageLines: number },
): ImprintPlace {
  const ends = new Ends(boxes, page);
  const plain = paginate(ends, { imprint: undefined, firstPageLines });
  const wishes = { imprint: room, firstPageLines };
  const textPages = plain.pages.length;
  const with_ = paginate(ends, wishes);
  const stays = (pagination: Pagination): boolean => !pagination.imprintAlone && pagination.pages.length === textPages;
  const place = (pagination: Pagination, rest: Partial<ImprintPlace> = {}): ImprintPlace => ({
    pagination,
    boxes,
    tight: [],
    close: [],
    alone: false,
    blankBefore: false,
    pages: pagination.pages.length,
    ...rest,
  });
  if (!even || textPages % 2 === 0) {
    if (stays(with_)) return place(with_);
    for (const { tight, close } of tighter(boxes, plain)) {
      const closed = boxes.map((box, at): FlowBox => shaped(box, tight.includes(at), close.includes(at)));
      const pagination = paginate(ends.with(closed, Math.min(...tight, ...close)), wishes);
      if (stays(pagination)) return place(pagination, { boxes: closed, tight, close });
    }
  }
  if (even) {
    const blankBefore = textPages % 2 === 0;
    return place(plain, { alone: true, blankBefore, pages: textPages + (blankBefore ? 2 : 1) });
  }
  const alone = with_.imprintAlone;
  return place(with_, { alone, pages: with_.pages.length + (alone ? 1 : 0) });
}

function shaped(box: FlowBox, tight: boolean, close: boolean): FlowBox {
  if (box.kind !== "text") return box;
  return {
    ...box,
    lines: tight ? (box.tightLines ?? box.lines) : box.lines,
    runt: box.runt && !tight,
    lineHeight: close ? box.lineHeight - closer : box.lineHeight,
  };
}

/** Variants of the last page, each more compact: with closer characters in its paragraphs, from the last one back, then with closer lines. */
function* tighter(
  boxes: readonly FlowBox[],
  { pages }: Pagination,
): Generator<{ readonly tight: readonly number[]; readonly close: readonly number[] }> {
  const start = pages.at(-1)?.start ?? { box: 0, line: 0 };
  const texts = boxes.flatMap((box, at) => (at >= start.box && isText(box) ? [{ box, at }] : []));
  const unknown = texts.filter(({ box }) => box.tightLines === undefined);
  if (unknown.length > 0) throw new Unmeasured({ tight: unknown.map(({ box }) => box.index) });
  const tight: number[] = [];
  for (const { box, at } of texts.toReversed()) {
    if ((box.tightLines ?? box.lines) >= box.lines) continue;
    tight.push(at);
    yield { tight: [...tight], close: [] };
  }
  const whole = texts.filter(({ at }) => at > start.box || start.line === 0).map(({ at }) => at);
  yield { tight: [], close: whole };
  if (tight.length > 0) yield { tight, close: whole };
}

function isText(box: FlowBox): box is TextBox {
  return box.kind === "text" && box.part === "text";
}
