/** The draft for signature. (送审稿) Takes pages and returns pages; files and the browser are left to the command. */
export { makeProof, numbersInPrint } from "./make-proof.ts";
export type { Proof, ProofIssue } from "./make-proof.ts";
