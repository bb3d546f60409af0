import { unitDimension } from "../../model/naming.ts";
import {
  aboutPage,
  archivePage,
  dataPage,
  earlierPage,
  figuresPage,
  homePage,
  issuePage,
  searchPage,
  statisticsPage,
  unitPage,
  unitsPage,
  yearPage,
} from "../../model/addresses.ts";
import type { OutputFormat, SiteFolder } from "../format.ts";
import { displayFonts } from "./display-fonts.ts";
import { displayTexts } from "./display-texts.ts";
import { renderIssuePages, renderSite } from "./eleventy/render.ts";
import type { Pages } from "./eleventy/render.ts";
import { issuePages } from "./site-view.ts";

/** The pages of the site, with styles, scripts and fonts. (网页) */
export const web: OutputFormat = {
  name: "web",
  addresses: ({ vocabulary, issues, histories }) => [
    ...[homePage, archivePage, unitsPage, statisticsPage, searchPage, dataPage, aboutPage],
    ...(unitDimension(vocabulary)?.registry.members ?? []).map(unitPage),
    ...issues.flatMap(({ issue, view }) => {
      const page = issuePage(issue);
      const articles = view.sections.flatMap((section) => section.articles);
      return [yearPage(view.year), page, figuresPage(issue), ...articles.map(({ slug }) => `${page}#${slug}`)];
    }),
    ...[...histories].flatMap(([issue, { earlier }]) => earlier.map(({ number }) => earlierPage(issue, number))),
  ],
  issueFiles: (issue) => [issuePage(issue), figuresPage(issue)],
  async writeIssues(issues, archive, folder) {
    writePages(await renderIssuePages(issuePages(archive, issues)), folder);
  },
  async writeSite({ view, published, memory }, folder) {
    writePages(await renderSite(view), folder);
    folder.copy("layouts/assets", "assets");
    for (const { path, bytes } of await displayFonts(displayTexts(view, published), memory)) folder.write(path, bytes);
  },
};

function writePages(pages: Pages, folder: SiteFolder): void {
  for (const [address, html] of pages) folder.write(address, html);
}
