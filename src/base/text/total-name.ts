/** 合计, 总计, 小计 …: names of a sum, which no unit or category may have. */

const total =
  /^(?:全[市省州县区]|各?单位|各?类别?|各项|分项|以上|累计)*(?:合计|总计|共计|小计|总共|一共|总数|总和|总量|累计|总件|合共)(?:总?件?数|数量|件)?$/u;

/** `合 计`, `总计（件）` and the like too. */
export function isTotalName(name: string): boolean {
  return total.test(name.replace(/[（(][^（()）]*[）)]/gu, "").replace(/\s/gu, ""));
}
