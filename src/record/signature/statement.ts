/** What an office signs at each publication, linked to the statement before. (签发) */

import type { KeyObject } from "node:crypto";
import { sha256 } from "../digest.ts";
import { signedStatementSchema, statementSchema } from "../../read/schema/signature-schema.ts";
import { publicKeyOf, isSignedBy, signText } from "./public-key.ts";

export const statementForm = "gongzuo-jianbao/1";

export interface Statement {
  readonly form: typeof statementForm;
  /** Number of the publication, from 1. */
  readonly number: number;
  /** 2026-11-30, in the office's time zone. */
  readonly date: string;
  /** SHA-256 of the previous statement's text; `null` for the first. */
  readonly previous: string | null;
  readonly office: string;
  /** SHA-256 of the accompanying lists on the site, each as `JSON.stringify` writes it. */
  readonly files: string;
  readonly keys: string;
  /** Records written by this publication: issue and SHA-256 of the file, `null` for a withdrawn one. */
  readonly records: readonly (readonly [issue: string, digest: string | null])[];
}

/** The signature covers the text itself, so that no canonical form of JSON is needed. */
export interface SignedStatement {
  readonly statement: string;
  readonly signature: string;
  readonly publicKey: string;
}

export function signStatement(statement: Statement, privateKey: KeyObject): SignedStatement {
  const text = JSON.stringify(statement);
  return { statement: text, signature: signText(text, privateKey), publicKey: publicKeyOf(privateKey) };
}

/** `undefined` where the text is no statement or its signature does not match. Trust in the key is judged elsewhere. */
export function readStatement({ statement, signature, publicKey }: SignedStatement): Statement | undefined {
  return isSignedBy(statement, signature, publicKey) ? statementSchema.safeParse(parsed(statement)).data : undefined;
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The digest of a list that a statement names. */
export function listDigest(list: unknown): string {
  return sha256(JSON.stringify(list));
}

/** A line of the log; `undefined` for anything else. */
export function readSignedLine(line: string): SignedStatement | undefined {
  return signedStatementSchema.safeParse(parsed(line)).data;
}
