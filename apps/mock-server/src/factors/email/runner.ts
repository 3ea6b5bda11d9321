import type { Keys } from "../../crypto/keys.ts";
import type { Mailer } from "../../ports.ts";
import type { FactorRunner } from "../runner.ts";
import { prepareSentCode } from "../sent-code.ts";
import { maskAddress, parseAddress } from "./address.ts";
import { composeMail } from "./mail.ts";

/** The e-mail factor: a code in a mail. */
export function createEmailRunner(mailer: Mailer, keys: () => Promise<Keys>): FactorRunner {
  return {
    factor: "email",
    takes: "code",
    delivery: {
      channel: "email",
      parseTarget: parseAddress,
      mask: maskAddress,
      send: (message) => mailer.send(composeMail(message)),
    },
    prepare: async (attempt) => prepareSentCode(await keys(), attempt),
  };
}
