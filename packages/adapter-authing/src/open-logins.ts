import type { Challenge, ChallengeFactor, SentFactor } from "@guard/contract";
import type { ServerClock } from "./clock.ts";
import type { Target } from "./target.ts";

/** A login that waits for its second factor, with what the next calls have to bring and no page may see. */
export interface OpenLogin {
  readonly challenge: Challenge;
  /** Where codes go: bound addresses, and those that are about to be. */
  readonly targets: Map<SentFactor, Target>;
  /** What it began with, and what was proven since. */
  readonly began: "pwd" | "otp";
  readonly proven: readonly ChallengeFactor[];
  /** Authing hands it out beside the secret; it is shown when the app is bound (R14). */
  recoveryCode?: string;
  /** The app is bound, and the session is still to come. */
  isTotpConfirmed?: boolean;
}

/** The logins of this page, by their mfaToken. Nothing of them survives a reload (law 8). */
export interface OpenLogins {
  keep(login: OpenLogin): void;
  find(token: string): OpenLogin | undefined;
  forget(token: string): void;
}

export function createOpenLogins(clock: ServerClock): OpenLogins {
  const open = new Map<string, OpenLogin>();
  return {
    keep(login) {
      for (const [token, { challenge }] of open) if (challenge.expiresAt <= clock.now()) open.delete(token);
      open.set(login.challenge.token, login);
    },
    find: (token) => open.get(token),
    forget: (token) => void open.delete(token),
  };
}

export const isBound = ({ challenge }: OpenLogin, factor: ChallengeFactor): boolean => challenge.factors.some((each) => each.factor === factor && each.bound);
