import type { Delivery, Failure, FactorState, SentDelivery } from "@guard/machine";
import { challengeData, delivered, emailFactor, failure, fixtures, T0 } from "@guard/machine/testing";

const minutes = (count: number): number => count * 60_000;

/** A login at its code, with the e-mail factor as given. */
export const codeState = (factor: Partial<FactorState> = {}) => ({ ...fixtures.challenge, challenge: challengeData(emailFactor(factor)) });

/** The same, with what went wrong last. A minute has passed, so another code may be asked for. */
export const failedCode = (error: Failure["error"], late = false) =>
  codeState({ failure: failure(error, late), delivery: { is: "sent", ...delivered, resendAt: T0 - 1 } });

/** The code is older than its ten minutes. */
export const deadCode: SentDelivery = { is: "sent", ...delivered, resendAt: T0 - minutes(9), expiresAt: T0 };

/** While an address is being bound: nothing goes out before "Send code". */
export const bindingState = (delivery: Delivery) => ({
  ...fixtures.challenge,
  identifier: "new-user",
  challenge: challengeData(emailFactor({ bound: false, target: "n•••@e•••.com", typedTarget: "new-user@example.com", delivery }), { need: "bind" }),
});
