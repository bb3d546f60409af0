/** Pages without a list of issues: search, about, the data dictionary, the page of what is not there. */

import { countFields } from "../../compute/rows/count-row.ts";
import { typeTerms } from "../../compute/rows/field.ts";
import type { Field } from "../../compute/rows/field.ts";
import { countsFile, issuesFile, membersFile, packageFile } from "../data/files.ts";
import { issueFields } from "../data/issue-row.ts";
import { memberFields } from "../data/member-row.ts";
import type { Bulletin } from "../../model/bulletin.ts";
import { aboutPage, dataPage, notFoundPage, searchPage } from "../../model/addresses.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { SiteFacts } from "./site-facts.ts";

export interface PlainPageView {
  readonly head: PageHead;
}

export interface AboutView extends PlainPageView {
  readonly recipients: Bulletin["recipients"];
}

export interface DictionaryTable {
  readonly title: string;
  readonly path: string;
  readonly about: string;
  readonly fields: readonly {
    readonly name: string;
    readonly title: string;
    readonly type: string;
    readonly description: string;
  }[];
}

export interface DataPageView extends PlainPageView {
  readonly packagePath: string;
  readonly tables: readonly DictionaryTable[];
}

export function searchView(site: SiteFacts): PlainPageView {
  return {
    head: pageHead(site, {
      path: searchPage,
      name: "搜索",
      description: `在${site.title}各期全文里查找字词、语句、数字。`,
      unlisted: true,
    }),
  };
}

export function aboutView(site: SiteFacts, bulletin: Bulletin): AboutView {
  return {
    head: pageHead(site, {
      path: aboutPage,
      name: "关于",
      description: `${site.title}的编发单位、联系方式，本站的用法、订阅和隐私。`,
    }),
    recipients: bulletin.recipients,
  };
}

/** A server shows it at any address, so its links start from the site's own root, where that is known. */
export function notFoundView(site: SiteFacts): PlainPageView {
  return {
    head: pageHead(site, {
      path: notFoundPage,
      name: "没有这个页面",
      description: "没有这个页面。",
      unlisted: true,
      ...(site.url === undefined ? {} : { toRoot: new URL(site.url).pathname }),
    }),
  };
}

export function dataPageView(site: SiteFacts): DataPageView {
  return {
    head: pageHead(site, {
      path: dataPage,
      name: "数据",
      description: `${site.title}各期数字的数据文件（CSV、JSON）和各栏的说明。`,
    }),
    packagePath: packageFile,
    tables: [
      dictionary("历期数据", countsFile, "各期刊登的全部数字，一行一个数；每期另有单独的一份，栏目相同。", countFields),
      dictionary("各期目录", issuesFile, "已发布的各期，一行一期。", issueFields),
      dictionary("登记表", membersFile, "单位、类别等的全称和其他写法。", memberFields),
    ],
  };
}

function dictionary<Row>(title: string, path: string, about: string, fields: readonly Field<Row>[]): DictionaryTable {
  return {
    title,
    path,
    about,
    fields: fields.map((field) => ({
      name: field.name,
      title: field.title,
      type: field.values === undefined ? typeTerms[field.type] : field.values.join("、"),
      description: field.description,
    })),
  };
}
