import type { Keys } from "../../crypto/keys.ts";
import type { SmsSender } from "../../ports.ts";
import type { FactorRunner } from "../runner.ts";
import { prepareSentCode } from "../sent-code.ts";
import { countryOf, maskPhone, parsePhone } from "./phone.ts";
import { composeSms } from "./text.ts";

/** The SMS factor: a code in a message to a phone. */
export function createSmsRunner(sms: SmsSender, keys: () => Promise<Keys>): FactorRunner {
  return {
    factor: "sms",
    takes: "code",
    delivery: {
      channel: "sms",
      parseTarget: parsePhone,
      mask: maskPhone,
      reaches: (phone, { phoneCountries }) => phoneCountries.includes(countryOf(phone) ?? ""),
      send: (message) => sms.send({ to: message.to, text: composeSms(message), code: message.code, application: message.application }),
    },
    prepare: async (attempt) => prepareSentCode(await keys(), attempt),
  };
}
