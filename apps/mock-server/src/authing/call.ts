import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import type { Language } from "./messages.ts";
import type { PasswordReader } from "./password.ts";

/** One request of an Authing client, as far as its headers tell. */
export interface Call {
  readonly domain: Domain;
  readonly passwords: PasswordReader;
  /** With the bearer token, empty where none came. */
  readonly caller: Caller;
  /** `x-authing-app-id`, which is an application's id here; empty where a client sends none. */
  readonly app: string;
  readonly language: Language;
  /** Guard 5 reads a login's end from other fields than the SDK does. */
  readonly isGuard: boolean;
  readonly request: Request;
  /** Where clients reach this server, for the addresses it names. */
  readonly origin: string;
}
