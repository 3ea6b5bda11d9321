import { execute, GraphQLError, Kind, parse, validate } from "graphql";
import type { DocumentNode } from "graphql";
import * as v from "valibot";
import { readBody } from "../body.ts";
import type { Call } from "../call.ts";
import { refusalBody } from "../envelope.ts";
import { done, refuse, refuseFault } from "../outcome.ts";
import type { Outcome, Refusal } from "../outcome.ts";
import { BusinessError } from "./business-error.ts";
import { resolvers } from "./resolvers.ts";
import { schema } from "./schema.ts";

const Body = v.object({ query: v.string(), variables: v.nullish(v.record(v.string(), v.unknown())), operationName: v.nullish(v.string()) });

/** Longer documents than a client's or an introspection's are refused before they are understood. */
const MAX_TOKENS = 1000;

/** Runs a GraphQL document. Errors have an object for a message, since the clients read the code there. */
export async function answerGraphql(call: Call): Promise<Response> {
  const body = await readBody(call, Body);
  if (!body.ok) return sayErrors(call, [body.refusal]);
  const document = readDocument(body.data.query, call);
  if (!document.ok) return sayErrors(call, [document.refusal]);
  const { variables, operationName } = body.data;
  const result = await execute({ schema, document: document.data, rootValue: resolvers, contextValue: call, variableValues: variables ?? {}, operationName: operationName ?? null });
  if (!("errors" in result) || result.errors === undefined) return Response.json({ data: "data" in result ? result.data : null });
  return sayErrors(call, result.errors.map((error) => refusalOf(error, call)));
}

/** Valid by the schema and one field long: a hundred logins under a hundred aliases would be one request to whoever counts requests. */
function readDocument(query: string, { domain }: Call): Outcome<DocumentNode> {
  const refused = refuse({ code: "validation_failed" }, domain.clock.now());
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS, noLocation: true });
    return hasOneField(document) && validate(schema, document).length === 0 ? done(document) : refused;
  } catch (error) {
    if (error instanceof GraphQLError) return refused;
    throw error;
  }
}

function hasOneField({ definitions }: DocumentNode): boolean {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 && operations[0]?.selectionSet.selections.length === 1 && operations[0].selectionSet.selections[0]?.kind === Kind.FIELD;
}

/** What graphql-js says itself, a value of the wrong type for one, was the client's doing. */
function refusalOf(error: GraphQLError, { domain }: Call): Refusal {
  const { originalError } = error;
  if (originalError instanceof BusinessError) return originalError.refusal;
  if (originalError === undefined || originalError instanceof GraphQLError) return refuse({ code: "validation_failed" }, domain.clock.now()).refusal;
  return refuseFault(originalError, domain).refusal;
}

function sayErrors({ language }: Call, refusals: readonly Refusal[]): Response {
  return Response.json({ errors: refusals.map((refusal) => ({ message: refusalBody(refusal, language) })), data: null });
}
