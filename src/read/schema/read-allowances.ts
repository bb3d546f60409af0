import type { Allowance } from "../../model/allowance.ts";
import type { Contact } from "../../model/bulletin.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";
import type { BulletinFile } from "./bulletin-schema.ts";
import type { Reading } from "./reading.ts";

const key = "隐私放行";
/** A fixed line or a mailbox, which an office makes public; mobile numbers belong to persons. */
const OFFICE_LINE = /^[（(]?0\d{2,3}[）)]?[- ]?\d{7,8}$|^[\w.+-]+@[\w.-]+$/;
/** The reason for entries of 联系, which are printed in the imprint of every issue. */
const ownContact = "本单位对外公布的联系方式";

/** Reads 隐私放行. An office's own telephone or mailbox needs no reason; everything else does. */
export function readAllowances(
  { 隐私放行: entries = [] }: Pick<BulletinFile, "隐私放行">,
  contacts: readonly Contact[],
  yaml: LocatedYaml,
): Reading<Allowance[]> {
  const problems: Problem[] = [];
  const value = entries.flatMap((entry, at): Allowance[] => {
    const place = yaml.place([key, at]);
    const end = yaml.source.place(yaml.range([key, at])?.[1] ?? 0);
    if (typeof entry !== "string") return [{ content: entry.内容, reason: entry.原因, place, end }];
    if (OFFICE_LINE.test(entry) || contacts.some((contact) => contact.value.includes(entry)))
      return [{ content: entry, reason: ownContact, place, end }];
    problems.push(
      error(
        "allowance-reason",
        place,
        `“${key}”的第 ${at + 1} 条没有写原因`,
        "单位的固定电话、邮箱以外的，要写明为什么可以公开，如 { 内容: 张三, 原因: 本人书面同意署名 }。",
      ),
    );
    return [];
  });
  return { value, problems };
}
