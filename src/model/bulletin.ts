/** The facts of the bulletin itself, the same for every issue: the content of `data/bulletin.yaml`. (刊物) */

import type { Place } from "../base/problem/problem.ts";
import type { Frequency } from "./frequency.ts";
import type { Allowance } from "./allowance.ts";

/** 报 to superiors, 送 to peers, 发 to subordinates; always in this order. */
export const recipientKinds = ["报", "送", "发"] as const;
export type RecipientKind = (typeof recipientKinds)[number];
export type Recipients = Readonly<Partial<Record<RecipientKind, string>>>;

/** Title lines of the red head. (报头) */
export interface MastheadNames {
  /** 范围: the first, smaller line; what the bulletin serves. */
  readonly scope: string | undefined;
  /** 刊名: the large line, e.g. 工作简报. */
  readonly name: string;
}

/** A line such as 联系电话：… in the imprint. */
export interface Contact {
  readonly label: string;
  readonly value: string;
}

export type PrintProfile = "gb33476" | "word";

/** Choices of the print layout. */
export interface PrintOptions {
  /** 版式 */
  readonly profile: PrintProfile;
  /** 版记在偶数页: pad so that the imprint is on an even page. */
  readonly evenImprint: boolean;
  /** 镜像页边距: binding edge inside on both sides of the sheet. */
  readonly mirror: boolean;
  /** 紧凑报头: without the blank lines around the issue number. */
  readonly compact: boolean;
}

/** A font by role: a file below the root, or the name of an installed family. */
export interface FontChoice {
  readonly file: string | undefined;
  readonly family: string | undefined;
  readonly place: Place;
}

export const fontRoles = ["小标宋", "仿宋", "楷体", "黑体", "宋体"] as const;
export type FontRole = (typeof fontRoles)[number];

/** Under what terms others may use the data. (数据许可) */
export interface DataLicence {
  readonly name: string;
  readonly url: string | undefined;
}

/** A term of the office's own list. (用语) */
export interface Term {
  readonly right: string;
  readonly wrong: readonly string[];
  /** 只在混用时: both forms are right, but one article should keep to one. */
  readonly onlyMixed: boolean;
  readonly note: string | undefined;
}

/** What the approval slip of a draft for signature shows. (审签) */
export interface ApprovalSlip {
  readonly title: string;
  /** 项目: facts such as 拟稿单位 and 缓急; an empty value is left to be written by hand. */
  readonly items: readonly { readonly label: string; readonly value: string }[];
  /** 签字: what each signs as, in the order in which they sign. */
  readonly signatures: readonly string[];
}

/** The slip when `data/bulletin.yaml` has no 审签. */
export const customarySlip: ApprovalSlip = {
  title: "审签单",
  items: [],
  signatures: ["拟稿", "核稿", "会签", "签发"],
};

export interface Bulletin {
  readonly masthead: MastheadNames;
  /** 编发单位 */
  readonly issuer: string;
  readonly contacts: readonly Contact[];
  readonly recipients: Recipients;
  /** 网站标题; the masthead in one line when not given. */
  readonly siteTitle: string;
  /** 网址, for feeds and structured data. */
  readonly siteUrl: string | undefined;
  readonly dataLicence: DataLicence | undefined;
  /** 公开受理编号: whether the site lists the case numbers behind a figure. */
  readonly namesCases: boolean;
  /** 关键词 of every issue's PDF. */
  readonly keywords: readonly string[];
  readonly print: PrintOptions;
  readonly fonts: Readonly<Partial<Record<FontRole, FontChoice>>>;
  /** 刊期; `undefined` when it is irregular or not given. */
  readonly frequency: Frequency | undefined;
  /** 栏目: the customary columns, in order. */
  readonly columns: readonly string[];
  /** 审签 */
  readonly approval: ApprovalSlip;
  readonly terms: readonly Term[];
  /** 校对: level of each copy-editing rule. */
  readonly ruleLevels: Readonly<Record<string, "error" | "warning" | "off">>;
  /** 隐私放行 in every issue. */
  readonly privacyAllowed: readonly Allowance[];
}
