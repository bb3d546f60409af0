/** schema.org descriptions for search engines. */

import { homePage, issuePage, publicAddress } from "../../model/addresses.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SiteFacts } from "./site-facts.ts";

type Json = Record<string, unknown>;

export function periodical(site: SiteFacts): Json {
  return {
    "@type": "Periodical",
    name: site.title,
    inLanguage: "zh-CN",
    publisher: { "@type": "GovernmentOrganization", name: site.publisher },
    ...address(site, homePage),
  };
}

export function publicationIssue(site: SiteFacts, { issue, view, edition, articles, history }: PublishedIssue): Json {
  const page = issuePage(issue);
  return {
    "@context": "https://schema.org",
    "@type": "PublicationIssue",
    name: view.title,
    issueNumber: String(view.number),
    datePublished: view.isoDate,
    ...corrected(history),
    inLanguage: "zh-CN",
    pagination: `1-${edition.pages}`,
    ...address(site, page),
    isPartOf: periodical(site),
    publisher: { "@type": "GovernmentOrganization", name: view.masthead.issuer },
    encoding: {
      "@type": "MediaObject",
      encodingFormat: "application/pdf",
      contentSize: String(edition.bytes),
      sha256: edition.sha256,
      name: view.pdfName,
      ...(site.url === undefined ? {} : { contentUrl: publicAddress(site.url, view.path + view.pdfName) }),
    },
    hasPart: articles.map((article) => ({
      "@type": "Article",
      headline: article.view.title,
      articleSection: article.column,
      ...(site.url === undefined
        ? {}
        : { url: `${publicAddress(site.url, page)}#${encodeURIComponent(article.view.slug)}` }),
    })),
  };
}

function corrected({ number, corrections }: PublishedIssue["history"]): Json {
  const last = corrections.at(-1);
  if (last === undefined) return {};
  return {
    dateModified: last.date,
    version: number,
    correction: corrections.map(({ date, what, why }) => ({
      "@type": "CorrectionComment",
      datePublished: date,
      text: `${what}　原因：${why}`,
    })),
  };
}

function address(site: SiteFacts, page: string): Json {
  return site.url === undefined ? {} : { url: publicAddress(site.url, page) };
}
