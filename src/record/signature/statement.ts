/** What an office signs at each publication, chained to the one before. (签发) */

import type { KeyObject } from "node:crypto";
import { sha256 } from "../digest.ts";
import { signedStatementSchema, statementSchema } from "../../read/schema/signature-schema.ts";
import { publicKeyOf, isSignedBy, signText } from "./public-key.ts";

export const statementForm = "gongzuo-jianbao/1";

export interface Statement {
  readonly form: typeof statementForm;
  /** Counts publications from 1. */
  readonly number: number;
  /** 2026-11-30, in the offices' own time. */
  readonly date: string;
  /** SHA-256 of the text of the statement before; `null` for the first. */
  readonly previous: string | null;
  readonly office: string;
  /** SHA-256 of the lists that go with it on the site, each as `JSON.stringify` writes it. */
  readonly files: string;
  readonly keys: string;
  /** Records that this publication wrote: issue and SHA-256 of its file, `null` for one withdrawn. */
  readonly records: readonly (readonly [issue: string, digest: string | null])[];
}

/** The signature is of the text itself, so that nobody has to agree on how JSON is written. */
export interface SignedStatement {
  readonly statement: string;
  readonly signature: string;
  readonly publicKey: string;
}

export function signStatement(statement: Statement, privateKey: KeyObject): SignedStatement {
  const text = JSON.stringify(statement);
  return { statement: text, signature: signText(text, privateKey), publicKey: publicKeyOf(privateKey) };
}

/** `undefined` where the signature is not of this text, or the text is no statement. Whose key it is, is another question. */
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

/** A line of the log; `undefined` for what is none. */
export function readSignedLine(line: string): SignedStatement | undefined {
  return signedStatementSchema.safeParse(parsed(line)).data;
}
