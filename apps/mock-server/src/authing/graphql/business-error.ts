import type { Refusal } from "../outcome.ts";

/** A refusal on its way through graphql-js. */
export class BusinessError extends Error {
  override readonly name = "BusinessError";
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
