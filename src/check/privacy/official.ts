/** Who is named by office: what a bulletin does routinely. (公职人员) */

import { nameAt } from "./person-name.ts";

const OFFICE =
  "书记|市长|县长|区长|州长|省长|镇长|乡长|局长|厅长|部长|处长|科长|股长|司长|主任|主席|秘书长|委员|常委|组长|队长|所长|站长|庭长|院长|校长|检察长|总队长|支队长|大队长|站长|社长|巡视员|调研员|领导|干部|民警|辅警|网格员|记者|教授|工程师|专家|律师|代表人|负责人|责任人|董事长|总经理|经理|厂长|老板|法人|河长|林长|田长|警官|法官|检察官|政委|参谋|司令员|督察员|督导员|主持人";
/** 业主代表, 村民小组组长 are private persons. */
const PRIVATE_ROLE = /(?:业主|村民|居民|群众|市民|住户|商户|工人|职工|学生|家长)(?:代表|委员|小组组长|小组长|组长)$/;
const TITLED = new RegExp(`(?:${OFFICE})(?:、|:|\\()? ?`, "g");
const ANYTHING = /^(?:$|[^])/;

/** Names that the text gives with an office somewhere. */
export function officialsIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const match of text.matchAll(TITLED)) {
    const end = match.index + match[0].length;
    if (PRIVATE_ROLE.test(text.slice(Math.max(0, match.index - 6), end))) continue;
    for (const length of [4, 3, 2]) {
      const name = nameAt(text.slice(end, end + length), ANYTHING, "clear");
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

const TITLE_BEFORE = new RegExp(`(?:${OFFICE})(?:、|:|\\()? ?$`);

export function isTitled(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 8), index);
  return TITLE_BEFORE.test(before) && !PRIVATE_ROLE.test(before.trimEnd());
}
