/** On an issue's page each figure leads to its entry on the 数字说明 page. */

import { anchorOf } from "../../check/trace/index.ts";
import type { TracedNumber } from "../../check/trace/index.ts";

const tag = /<a[\s>]|<\/a>|<data class="figure" value="([^"]*)">([^<]*)<\/data>/g;

/**
 * `numbers` are those of the article in reading order, `page` the address of the figures page. A figure within a link of the
 * article's own stays as it is.
 */
export function linkedFigures(html: string, numbers: readonly TracedNumber[], page: string): string {
  const computed = numbers.filter(({ state }) => state === "computed");
  let next = 0;
  let inLink = false;
  return html.replace(tag, (whole: string, value: string | undefined, text: string | undefined) => {
    if (value === undefined || text === undefined) {
      inLink = whole !== "</a>";
      return whole;
    }
    // A chart shows its figures in another order than its table: from where the last one was found, then from the beginning.
    const found = [...computed.slice(next), ...computed.slice(0, next)].find((number) => prints(number, value, text));
    if (found === undefined || inLink) return whole;
    next = computed.indexOf(found) + 1;
    return `<a class="figure-link" href="${page}#${anchorOf(found)}">${whole}</a>`;
  });
}

function prints({ figure, number }: TracedNumber, value: string, text: string): boolean {
  const { computed, block } = number.token;
  return (
    computed !== undefined &&
    figure?.value.toString() === value &&
    block.text.slice(computed.start, computed.end) === text
  );
}
