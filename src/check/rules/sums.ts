import { discordsOf } from "./claims.ts";
import { readingOf } from "./readings.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, type Counted, type Subject } from "./subject.ts";
import { suspects } from "./suspects.ts";
import { quantity, surplus } from "./wording.ts";

/** Parts that exclude one another add up to the total, however often the total is told. */
export const breakdownSum: Rule = {
  id: "breakdown-sum",
  name: "分项之和",
  level: "error",
  explanation:
    "互不重复的分组（单位、来源……）各项加起来应当等于合计；没有写合计的，几种分法加起来应当相等。写了“可不全”的，没有列全时不超过合计，全部列出时也应当等于合计。共有件单列的加上，各计的只算一次。",
  example: "合计写111件，各单位加起来是110件。",
  find: (subject) => allCounted(subject).flatMap((measure) => check(subject, measure)),
};

function check(subject: Subject, measure: Counted): Finding[] {
  return discordsOf(measure).map((discord) => {
    const { claim, reference } = discord;
    const difference = surplus(claim.value, reference.value, claim.measureWord);
    return {
      place: claim.place,
      message: `“${measure.definition.name}”${claim.name}是${quantity(claim.value, claim.measureWord)}，${reference.name}是${quantity(reference.value, reference.measureWord)}，${difference}`,
      // Worked out when it is read: many lines are tried for it.
      get hint() {
        const guess = suspects(subject, measure, discord) || readingOf(subject, measure, discord);
        return `${guess}请对照原始材料逐项核对。`;
      },
    };
  });
}
