import { constants, publicEncrypt } from "node:crypto";
import Sqlite from "better-sqlite3";
import { DEMO_PASSWORD } from "../../development/data.ts";
import { rsa } from "../rsa.ts";
import { createRig, readAnswer } from "../../testing/rig.ts";
import type { Answer, Rig, RigOptions } from "../../testing/rig.ts";

// A server that Authing's clients are let in to, and what they put on the wire.

export interface AuthingOptions {
  readonly token?: string;
  readonly app?: string;
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function createAuthingRig(options: RigOptions = {}): Promise<Rig> {
  return createRig(new Sqlite(":memory:"), { ...options, ports: { authing: { rsa }, ...options.ports } });
}

/** Calls a route of REST; a body makes it a POST. */
export async function rest(rig: Rig, path: string, body?: unknown, options: AuthingOptions & { readonly method?: string } = {}): Promise<Answer> {
  const { token, app = "demo", ip = "203.0.113.7", headers, method = body === undefined ? "GET" : "POST" } = options;
  const sent = {
    "x-authing-app-id": app,
    "x-authing-request-from": "sdk",
    "x-authing-lang": "zh-CN",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...headers,
  };
  return readAnswer(await rig.app.fetch(new Request(`http://localhost${path}`, { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }), { ip }));
}

export const graphql = (rig: Rig, query: string, variables: object = {}, options: AuthingOptions = {}): Promise<Answer> => rest(rig, "/graphql/v2", { query, variables }, options);

/** The public key of a server, as clients fetch it. */
export async function publicKeyOf(rig: Rig): Promise<string> {
  const { data } = (await rest(rig, "/api/v2/.well-known")).body as { data: { publicKey: string } };
  return data.publicKey;
}

/** As the SDK encrypts a password. */
export function encrypted(password: string, publicKey: string): string {
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(password)).toString("base64");
}

const LOGINS = {
  email: ["loginByEmail", "LoginByEmailInput"],
  username: ["loginByUsername", "LoginByUsernameInput"],
  phone: ["loginByPhonePassword", "LoginByPhonePasswordInput"],
} as const;

/** A login by password through GraphQL. */
export async function login(rig: Rig, identifier: Partial<Record<keyof typeof LOGINS, string>>, options: AuthingOptions & { readonly password?: string } = {}): Promise<Answer> {
  const [kind] = Object.keys(identifier) as [keyof typeof LOGINS];
  const [operation, input] = LOGINS[kind];
  const password = encrypted(options.password ?? DEMO_PASSWORD, await publicKeyOf(rig));
  const query = `mutation ${operation}($input: ${input}!) { ${operation}(input: $input) { id username email token tokenExpiredAt customData { key value dataType label } } }`;
  return graphql(rig, query, { input: { ...identifier, password, autoRegister: false, params: null, context: null } }, options);
}

export interface AuthingError {
  readonly code: number;
  readonly statusCode: number;
  readonly apiCode: number;
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The business error in an answer, of either shape. */
export function errorOf({ body }: Answer): AuthingError {
  const [first] = (body["errors"] ?? [{ message: body }]) as readonly { readonly message: AuthingError }[];
  if (first === undefined) throw new Error("The answer holds no error.");
  return first.message;
}

/** The mfaToken of a right password. */
export async function mfaTokenOf(rig: Rig, username: string, options: AuthingOptions = {}): Promise<string> {
  const { mfaToken } = errorOf(await login(rig, { username }, options)).data;
  if (typeof mfaToken !== "string") throw new Error(`${username} is asked for no second factor.`);
  return mfaToken;
}
