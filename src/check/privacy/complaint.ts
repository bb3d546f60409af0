/** How a text tells that somebody complained. */

/** Words of complaining, as alternatives of a regular expression. */
export const COMPLAINT =
  "投诉|举报|反映|来电|来信|来访|信访|上访|拨打|致电|打电话|实名|检举|控告|诉求|求助|署名|联名|回访|撤诉|请求|扰民|受害";

const COMPLAINT_WORD = new RegExp(COMPLAINT);

/** Whether the sentence round `index` is about a complaint: at most forty characters either way. */
export function inComplaint(text: string, index: number): boolean {
  const left = /[^。!?\n]*$/.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? "";
  const right = /^[^。!?\n]*/.exec(text.slice(index, index + 40))?.[0] ?? "";
  return COMPLAINT_WORD.test(left + right);
}
