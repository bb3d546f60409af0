import type { Allowance } from "../model/allowance.ts";
import type { Contact } from "../model/bulletin.ts";
import { error } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { LocatedYaml } from "../source/yaml.ts";
import type { BulletinFile } from "./bulletin-schema.ts";
import type { Reading } from "./reading.ts";

const key = "隐私放行";
/** What stands under 联系 is printed at the foot of every issue. */
const ownContact = "本单位对外公布的联系方式";

/** The reason of an office's own contact is plain; everything else needs one. */
export function readAllowances(
  { 隐私放行: entries = [] }: Pick<BulletinFile, "隐私放行">,
  contacts: readonly Contact[],
  yaml: LocatedYaml,
): Reading<Allowance[]> {
  const problems: Problem[] = [];
  const value = entries.flatMap((entry, at): Allowance[] => {
    const place = yaml.place([key, at]);
    if (typeof entry !== "string") return [{ content: entry.内容, reason: entry.原因, place }];
    if (contacts.some((contact) => contact.value.includes(entry)))
      return [{ content: entry, reason: ownContact, place }];
    problems.push(
      error(
        "allowance-reason",
        place,
        `“${key}”的第 ${at + 1} 条没有写原因`,
        "不在“联系”里的，要写明为什么可以公开，如 { 内容: 0000-1234567, 原因: 县信访局对外公布的电话 }。",
      ),
    );
    return [];
  });
  return { value, problems };
}
