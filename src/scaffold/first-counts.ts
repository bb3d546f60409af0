import type { Vocabulary } from "../model/vocabulary.ts";
import { isoDate } from "../text/moment.ts";
import type { Moment } from "../text/moment.ts";

/** A counts file for a bulletin that has none yet: every measure and dimension, commented out, with what to write. */
export function firstCounts(vocabulary: Vocabulary, date: Moment): string {
  const lines = [
    "# 本期数据：每行“名称: 数字”。冒号用英文的，后面空一格；数字用半角。",
    "# 要用哪一项，就去掉那几行行首的“# ”再填数字；用不着的可以删去。",
    "",
  ];
  for (const measure of vocabulary.measures.values()) {
    if (measure.formula !== undefined) continue;
    lines.push(`# ${measure.name}:            # 单位：${measure.measureWord}`, `#   截至: ${isoDate(date)}`);
    for (const dimension of vocabulary.dimensions.values()) {
      lines.push(`#   ${dimension.name}:`);
      for (const member of dimension.registry.members) lines.push(`#     ${member.fullName}: 0`);
    }
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
