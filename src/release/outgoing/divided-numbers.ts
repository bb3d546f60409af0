/** A number divided over several cells: 139 | 0000 | 0047. */

/** Labels of personal numbers. 电话 alone is not one: complaints that arrive by telephone are counted under it. */
const CONTACT = /(?:联系|手机|电话|身份证|证件|银行|微信)\s*(?:电话|方式|号|卡)|联系人/;

/** It begins or ends with digits by chance. */
const DIGEST = /^[0-9a-f]{32,}$/;

export const isContact = (label: string): boolean => CONTACT.test(label);

/** Joins the digits of neighbouring cells where the row is `labelled` so, or a part begins with 0, as no count does. */
export function dividedNumbers(cells: readonly string[], labelled: boolean): string[] {
  const numbers: string[] = [];
  let parts: string[] = [];
  const end = (last: string): void => {
    const all = last === "" ? parts : [...parts, last];
    const isOne = labelled || all.slice(1).some((part) => /^0\d/.test(part));
    if (all.length > 1 && isOne) numbers.push(all.join(""));
    parts = [];
  };
  for (const text of cells.map((cell) => cell.trim()).filter((cell) => cell !== "")) {
    if (/^\d+$/.test(text)) parts.push(text);
    else if (DIGEST.test(text)) end("");
    else {
      end(/^\d+/.exec(text)?.[0] ?? "");
      const tail = /\d+$/.exec(text)?.[0];
      if (tail !== undefined) parts.push(tail);
    }
  }
  end("");
  return numbers;
}
