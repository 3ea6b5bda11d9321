import type { Call } from "../call.ts";
import { loginByPassword } from "../login.ts";
import type { Outcome } from "../outcome.ts";
import { internationalPhone } from "../phone.ts";
import { BusinessError } from "./business-error.ts";

interface Login {
  readonly input: { readonly password: string };
}

/** The fields of Query and Mutation. A refusal is thrown, which is how GraphQL tells one. */
export const resolvers = {
  loginByEmail: ({ input }: Login & { readonly input: { readonly email: string } }, call: Call) => unwrap(loginByPassword(call, input.email, input.password, "email")),
  loginByUsername: ({ input }: Login & { readonly input: { readonly username: string } }, call: Call) => unwrap(loginByPassword(call, input.username, input.password, "username")),
  loginByPhonePassword: ({ input }: Login & { readonly input: { readonly phone: string } }, call: Call) => unwrap(loginByPassword(call, internationalPhone(input.phone, undefined), input.password, "phone")),
};

async function unwrap<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new BusinessError(settled.refusal);
  return settled.data;
}
