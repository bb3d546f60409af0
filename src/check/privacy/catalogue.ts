import { homeAddress } from "./address.ts";
import { bankCard } from "./bank-card.ts";
import { complainantTitle } from "./complainant-title.ts";
import { privateMail, socialAccount } from "./contact.ts";
import { identityNumber } from "./identity.ts";
import type { PrivacyRule } from "./item.ts";
import { personName } from "./person-name.ts";
import { numberPlate } from "./plate.ts";
import { identityDocument } from "./document.ts";
import { fixedLine, mobileNumber } from "./telephone.ts";

/** The surer rule first: where two hit the same characters, the first has them. */
export const PRIVACY_RULES: readonly PrivacyRule[] = [
  identityNumber,
  identityDocument,
  bankCard,
  privateMail,
  mobileNumber,
  fixedLine,
  socialAccount,
  numberPlate,
  homeAddress,
  personName,
  complainantTitle,
];
