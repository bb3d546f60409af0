/** What is set in the display face: mastheads, headings and headlines. */

import type { SiteView } from "./site-view.ts";
import type { PublishedIssue } from "../published-issue.ts";

/** Headings that templates and scripts write themselves; a test holds them against the pages. */
const interfaceHeadings =
  "年月第期上下（总）0123456789首页各期目录单位统计搜索数据关于最新数字历期主要近期分组数字说明提到它的本期内容引用文件使用栏登记表" +
  "编发怎样本站无障碍和隐私没有这个页面县区开发市直部门其他更正旧版报头记【】“”、，。《》—·";

export interface DisplayTexts {
  /** On every page. */
  readonly common: string;
  /** Headlines and names, each on some pages. */
  readonly headlines: readonly string[];
}

export function displayTexts(site: SiteView, issues: readonly PublishedIssue[]): DisplayTexts {
  const columns = new Set<string>();
  const headlines: string[] = [];
  const mastheads = new Set<string>();
  for (const { view } of issues) {
    const { scope, name, issuer } = view.masthead;
    mastheads.add(`${scope ?? ""}${name}${issuer}`);
    for (const section of view.sections) {
      columns.add(section.heading);
      for (const article of section.articles) headlines.push(article.title);
    }
  }
  return {
    common: [site.title, site.brand.scope, site.brand.name, interfaceHeadings, ...mastheads, ...columns].join(""),
    headlines: [
      ...headlines,
      ...site.unitPages.map(({ name }) => name),
      ...site.units.groups.map(({ kind }) => kind),
      ...site.earlier.flatMap(({ parts }) => parts.map(({ title }) => title)),
    ],
  };
}
