import * as v from "valibot";
import type { Call } from "../call.ts";
import { loginByCode } from "../login-by-code.ts";
import { loginByPassword } from "../login.ts";
import { messageOf } from "../messages.ts";
import { refuse } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { internationalPhone } from "../phone.ts";
import { sendEmail } from "../send.ts";
import { readUser } from "../session.ts";
import { EmailSendBody, PhoneCodeBody } from "../shapes.ts";
import { BusinessError } from "./business-error.ts";

interface Login {
  readonly input: { readonly password: string };
}

/** The fields of Query and Mutation. A refusal is thrown, which is how GraphQL tells one. */
export const resolvers = {
  loginByEmail: ({ input }: Login & { readonly input: { readonly email: string } }, call: Call) => unwrap(loginByPassword(call, input.email, input.password, "email")),
  loginByUsername: ({ input }: Login & { readonly input: { readonly username: string } }, call: Call) => unwrap(loginByPassword(call, input.username, input.password, "username")),
  loginByPhonePassword: ({ input }: Login & { readonly input: { readonly phone: string } }, call: Call) => unwrap(loginByPassword(call, internationalPhone(input.phone, undefined), input.password, "phone")),
  loginByPhoneCode: ({ input }: { readonly input: object }, call: Call) => unwrap(loginByPhoneCode(call, input)),
  sendEmail: async (args: object, call: Call) => {
    const { output, success } = v.safeParse(EmailSendBody, args);
    await unwrap(success ? sendEmail(call, output) : misshapen(call));
    return { code: 200, message: messageOf("sent", call.language) };
  },
  user: ({ id }: { readonly id?: string | null }, call: Call) => unwrap(readUser(call, id)),
};

/** GraphQL knows that a code is a text; that it is six digits is for us to see. */
async function loginByPhoneCode(call: Call, input: object): Promise<Outcome> {
  const { output, success } = v.safeParse(PhoneCodeBody, input);
  return success ? loginByCode(call, "sms", internationalPhone(output.phone, output.phoneCountryCode), output.code) : misshapen(call);
}

const misshapen = ({ domain }: Call): Promise<Outcome<never>> => Promise.resolve(refuse({ code: "validation_failed" }, domain.clock.now()));

async function unwrap<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new BusinessError(settled.refusal);
  return settled.data;
}
