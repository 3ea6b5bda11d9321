/**
 * Proof that a try was counted and committed. It is nominal: nothing but `new Counted()` is one, and only run-try.ts says
 * that (a test reads the source). Runners ask for it, so that none of them can be asked past the count (R11, S-02).
 */
export class Counted {
  protected readonly committed = true;
}
