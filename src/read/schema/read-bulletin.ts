import type { Bulletin, Contact, FontChoice, FontRole, Recipients } from "../../model/bulletin.ts";
import { customarySlip, fontRoles, recipientKinds } from "../../model/bulletin.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";
import { bulletinSchema } from "./bulletin-schema.ts";
import type { BulletinFile } from "./bulletin-schema.ts";
import { listed } from "./fields.ts";
import { readAllowances } from "./read-allowances.ts";
import { failed } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { validate } from "./validate.ts";

const levels = { 错误: "error", 提醒: "warning", 关闭: "off" } as const;

/** `data/bulletin.yaml` → the facts of the bulletin. */
export function readBulletin(yaml: LocatedYaml): Reading<Bulletin> {
  const { value: file, problems } = validate(bulletinSchema, yaml);
  if (file === undefined) return failed(problems);
  const fonts = readFonts(file, yaml);
  if (fonts.problems.length > 0) return failed(fonts.problems);
  const contacts = readContacts(yaml);
  const allowances = readAllowances(file, contacts, yaml);
  const name = file.报头.刊名;
  const scope = file.报头.范围;
  return {
    value: {
      masthead: { scope, name },
      issuer: file.编发单位,
      contacts,
      recipients: readRecipients(file),
      siteTitle: file.网站?.标题 ?? `${scope ?? ""}${name}`,
      siteUrl: file.网站?.网址,
      dataLicence:
        file.网站?.数据许可 === undefined ? undefined : { name: file.网站.数据许可.名称, url: file.网站.数据许可.网址 },
      namesCases: file.网站?.公开受理编号 === "是",
      keywords: file.关键词 ?? [],
      frequency: file.刊期 === "不定期" ? undefined : file.刊期,
      columns: file.栏目 ?? [],
      print: {
        profile: file.印刷?.版式 ?? "gb33476",
        evenImprint: file.印刷?.版记在偶数页 === "是",
        mirror: file.印刷?.镜像页边距 === "是",
        compact: file.印刷?.紧凑报头 === "是",
      },
      fonts: fonts.value,
      approval: {
        title: file.审签?.标题 ?? customarySlip.title,
        items: yaml.entries(["审签", "项目"]).map((entry) => ({ label: entry.key, value: entry.text ?? "" })),
        signatures: file.审签?.签字 ?? customarySlip.signatures,
      },
      terms: (file.用语 ?? []).map((term) => ({
        right: term.正确,
        wrong: listed(term.错误),
        onlyMixed: term.只在混用时 === "是",
        note: term.说明,
      })),
      ruleLevels: Object.fromEntries(Object.entries(file.校对 ?? {}).map(([rule, level]) => [rule, levels[level]])),
      privacyAllowed: allowances.value ?? [],
    },
    problems: allowances.problems,
  };
}

/** Reads 联系 from the text of the file, because the parsed number of a telephone has lost its leading zeros. */
export function readContacts(yaml: LocatedYaml): Contact[] {
  return yaml.entries(["联系"]).map((entry) => ({ label: entry.key, value: entry.text ?? "" }));
}

/** Recipients typed as one sentence print as typed; a list is joined with commas and ends with a full stop (GB/T 9704-2012 7.4.2). */
export function readRecipients(
  file: Readonly<Partial<Record<(typeof recipientKinds)[number], string | readonly string[] | undefined>>>,
): Recipients {
  return Object.fromEntries(
    recipientKinds.flatMap((kind) => {
      const typed = file[kind];
      if (typed === undefined) return [];
      return [[kind, typeof typed === "string" ? typed : `${typed.join("，").replace(/。$/, "")}。`]];
    }),
  );
}

function readFonts(
  file: BulletinFile,
  yaml: LocatedYaml,
): { value: Partial<Record<FontRole, FontChoice>>; problems: Problem[] } {
  const value: Partial<Record<FontRole, FontChoice>> = {};
  const problems: Problem[] = [];
  for (const role of fontRoles) {
    const font = file.字体?.[role];
    if (font === undefined) continue;
    const place = yaml.keyPlace(["字体", role]);
    if ((font.文件 === undefined) === (font.字体名 === undefined)) {
      problems.push(
        error(
          "font-choice",
          place,
          `“${role}”要写“文件”或“字体名”其中一项`,
          "自有字体文件写“文件: fonts/….ttf”，本机已装的字体写“字体名: 仿宋_GB2312”。",
        ),
      );
    }
    value[role] = { file: font.文件, family: font.字体名, place };
  }
  return { value, problems };
}
