/** What the labels of a list tell about its sum. */

import type { Member, Registry } from "../../model/registry.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { StatusWords } from "./status-words.ts";

const sources = /^(?:群众)?(?:来电|来信|来访|网络|电话|信件|微信)(?:举报|投诉)?(?:件|案件)?$/;
const findings = /^(?:属实|基本属实|部分属实|不属实|未查实|查实)(?:的|件)?$/;
/** A last item that takes in all that the others leave. */
const remainder =
  /^(?:还|另|另外|还有|另有|其余|余下|剩余|剩下|其他|其它|其余单位|其他单位|其他问题|其他类|其他污染|其它污染)(?:的)?$/;

/** 其他, 其余单位: what no member of the data is. */
export const isRemainder = (label: string): boolean => remainder.test(label);

/** The labels together cover all there is, so that their numbers add up to the total. */
export function isExhaustive(labels: readonly string[], states: StatusWords): boolean {
  const all = (pattern: RegExp): boolean => labels.every((label) => pattern.test(label));
  if (labels.length < 2) return false;
  if (remainder.test(labels.at(-1) ?? "")) return true;
  if (all(sources)) return true;
  if (all(findings))
    return labels.some((label) => /^不|^未/.test(label)) && labels.some((label) => !/^不|^未/.test(label));
  const [open, ended] = [`${states.open}|(?:办理|整改|推进)中?`, `${states.closed}|${states.apart}`].map(
    (words) => new RegExp(`^(?:${words})(?:的|件|问题)?$`),
  );
  return labels.some((label) => open?.test(label)) && labels.every((label) => open?.test(label) || ended?.test(label));
}

const categoryWords =
  /(?:大气|水污染|水环境|噪声|噪音|油烟|扬尘|土壤|生态|固废|固体废物|垃圾|辐射|恶臭|废气|废水|重金属|海洋)/;

/** One case may carry several of these labels, so that their numbers may exceed the total. */
export function mayOverlap(labels: readonly string[], vocabulary: Vocabulary): boolean {
  const known = [...vocabulary.dimensions.values()].find(({ registry }) =>
    labels.some((label) => memberOf(label, registry) !== undefined),
  );
  if (known !== undefined) return known.overlapping;
  return labels.some((label) => label === "水" || categoryWords.test(label));
}

/** The labels are members of a dimension in which every case stands once. */
export function areExclusiveMembers(labels: readonly string[], vocabulary: Vocabulary): boolean {
  return [...vocabulary.dimensions.values()].some(
    ({ overlapping, registry }) =>
      !overlapping && labels.every((label) => memberOf(label, registry) !== undefined || remainder.test(label)),
  );
}

const kindWord = /(?:领域|行业|方面|渠道|类|类别|类型|类问题|企业|单位)$/;

/** The member that a label names, be it with words in front: 居前三位的是冷水滩区. */
export function memberOf(label: string, registry: Registry): Member | undefined {
  const exact = registry.find(label);
  if (exact !== undefined) return exact;
  // 食品领域, 危险化学品企业
  const plain = registry.find(label.replace(kindWord, ""));
  if (plain !== undefined && kindWord.test(label)) return plain;
  const lead = /^.*(?:[的是为有中由即]|涉及|来自)/.exec(label)?.[0] ?? "";
  return lead === "" ? undefined : registry.find(label.slice(lead.length));
}
