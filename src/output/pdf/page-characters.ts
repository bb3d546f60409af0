import { imprintText } from "../../document/frame-text.ts";
import type { IssueView } from "../../document/issue-view.ts";
import { RoleText } from "../../document/print-roles.ts";
import { fontRoles } from "../../model/bulletin.ts";
import type { FontRole } from "../../model/bulletin.ts";

/** Page numbers are drawn in margins, outside the document. */
const pageNumbers = "—0123456789";

/** What `print.njk` and its partials set of an issue, by the role that draws it. A test compares it with the page. */
export function pageCharacters(issue: IssueView): Record<FontRole, string> {
  const text = new RoleText();
  const put = (role: FontRole, ...words: readonly (string | undefined)[]): void => text.put(role, words.join(""));
  const { masthead, print, imprint } = issue;
  put("小标宋", ...print.masthead.scopeLines, masthead.name);
  put("黑体", masthead.marking);
  put("仿宋", masthead.copyNumber, masthead.number, masthead.serial, masthead.date, ...print.masthead.issuerRows);
  if (issue.hasContents) put("黑体", "目录");
  for (const { heading, articles } of issue.sections) {
    put("黑体", heading);
    for (const article of articles) {
      const { subtitle, author, credit, editorsNote, title } = article;
      if (issue.hasContents) put("仿宋", title);
      put("小标宋", ...article.print.titleLines);
      put("楷体", author, editorsNote?.text, ...(subtitle === undefined ? [] : ["——", subtitle]));
      put("黑体", editorsNote?.label);
      if (credit !== undefined) put("仿宋", `（${credit}供稿）`);
      for (const [role, characters] of Object.entries(article.print.characters)) put(role as FontRole, characters);
    }
  }
  put("仿宋", ...imprintText(imprint));
  put("宋体", pageNumbers);
  const found = text.characters();
  // The blank is drawn by every face; a face without it would borrow another's width.
  return Object.fromEntries(fontRoles.map((role) => [role, ` ${found[role] ?? ""}`])) as Record<FontRole, string>;
}
