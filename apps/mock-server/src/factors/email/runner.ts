import type { Keys } from "../../crypto/keys.ts";
import type { Ports } from "../../ports.ts";
import { transact } from "../../store/transaction.ts";
import type { FactorRunner } from "../runner.ts";
import { prepareSentCode } from "../sent-code.ts";
import { maskAddress, parseAddress } from "./address.ts";
import { composeMail } from "./mail.ts";
import { templateFor } from "./stored-template.ts";

/** The e-mail factor: a code in a mail. */
export function createEmailRunner({ mailer, store }: Pick<Ports, "mailer" | "store">, keys: () => Promise<Keys>): FactorRunner {
  return {
    factor: "email",
    takes: "code",
    delivery: {
      channel: "email",
      parseTarget: parseAddress,
      mask: maskAddress,
      send: async (message) => mailer.send(composeMail(message, await transact(store, (tx) => templateFor(tx, message)))),
    },
    prepare: async (attempt) => prepareSentCode(await keys(), attempt),
  };
}
