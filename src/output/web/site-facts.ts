import type { Bulletin, Contact, DataLicence } from "../../model/bulletin.ts";

/** What the pages say of the site as a whole. */
export interface SiteFacts {
  readonly title: string;
  /** The title in the two lines of the masthead, where it is that of the masthead. */
  readonly brand: { readonly scope: string | undefined; readonly name: string };
  readonly publisher: string;
  readonly contacts: readonly Contact[];
  /** The site's own address with a closing slash, where it is known. */
  readonly url: string | undefined;
  readonly licence: DataLicence | undefined;
  /** Whether pages name the cases that a number counts. */
  readonly namesCases: boolean;
}

export function siteFacts(bulletin: Bulletin): SiteFacts {
  const { scope, name } = bulletin.masthead;
  const isMasthead = bulletin.siteTitle === `${scope ?? ""}${name}`;
  return {
    title: bulletin.siteTitle,
    brand: isMasthead ? { scope, name } : { scope: undefined, name: bulletin.siteTitle },
    publisher: bulletin.issuer,
    contacts: bulletin.contacts,
    url: bulletin.siteUrl?.replace(/\/*$/, "/"),
    licence: bulletin.dataLicence,
    namesCases: bulletin.namesCases,
  };
}
