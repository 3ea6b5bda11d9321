/** The header by which a client asks for its tokens in a cookie instead of the answer, at every call: `Guard-Tokens: cookie` (AD-41). */
export const TOKENS_HEADER = "Guard-Tokens";

/** What stands in the answer where the token would: fits the schema, is no secret and opens nothing. */
export const TOKEN_IN_COOKIE = "in-cookie";
