import { buildClientSchema, getIntrospectionQuery, parse, printSchema, validate } from "graphql";
import type { IntrospectionQuery } from "graphql";
import { beforeAll, expect, it } from "vitest";
import { createAuthingRig, graphql, login, mfaTokenOf, rest } from "../node/testing/authing.ts";
import { fakeFaces } from "../testing/faces.ts";
import type { Rig } from "../testing/rig.ts";
import fixtures from "./fixtures/python.json" with { type: "json" };

// What the Python client puts on the wire: other keys in some bodies, and the schema asked for before each login. The client itself was not run.

let rig: Rig;
beforeAll(async () => {
  rig = await createAuthingRig({ ports: { face: fakeFaces } });
});

it.each(fixtures)("$name is understood, and answered with a whole envelope", async ({ method, path, body, code, user = "all-factors", app = "demo" }) => {
  const token = await mfaTokenOf(rig, user, { app });
  expect(await rest(rig, path, body, { method, token, app })).toMatchObject({ status: 200, body: { code, message: expect.any(String) } });
  await rig.db.updateTable("account").set({ failures: 0, total: 0 }).execute();
});

it("a standard client builds the schema from an introspection, and finds in it what logins select", async () => {
  const { body } = await graphql(rig, getIntrospectionQuery());
  const schema = buildClientSchema(body["data"] as unknown as IntrospectionQuery);
  expect(printSchema(schema)).toContain("loginByPhonePassword(input: LoginByPhonePasswordInput!): User");
  const query = "mutation loginByEmail($input: LoginByEmailInput!) { loginByEmail(input: $input) { id arn status userPoolId emailVerified loginsCount phoneCountryCode newlyCreated customData { key value dataType label } phoneCountryCode } }";
  expect(validate(schema, parse(query))).toEqual([]);
});

it("a login by GraphQL tells an error's code where that client looks for it", async () => {
  expect((await login(rig, { username: "email-user" }, { password: "wrong" })).body).toMatchObject({ errors: [{ message: { code: 2333, message: expect.any(String) } }] });
});
