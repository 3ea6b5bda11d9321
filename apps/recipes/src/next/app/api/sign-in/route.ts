import { NextResponse, type NextRequest } from "next/server";
import * as v from "valibot";
import { guardServerOf } from "../../../../guard-server.ts";
import { verifySession } from "../../../../verify-session.ts";
import { SESSION_COOKIE } from "../../session.ts";

const Body = v.object({ token: v.pipe(v.string(), v.maxLength(512)) });

/** Takes the token from `onSuccess`, asks the login server what it is worth, and puts it where no script can read it. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  // Another site could else sign its own account in to your visitor's browser (login CSRF).
  if (request.headers.get("sec-fetch-site") !== "same-origin") return new NextResponse(null, { status: 403 });
  const body = v.safeParse(Body, await request.json().catch(() => undefined));
  if (!body.success) return new NextResponse(null, { status: 422 });
  const session = await verifySession(guardServerOf(process.env), body.output.token);
  if (session === undefined) return new NextResponse(null, { status: 401 });
  const answer = new NextResponse(null, { status: 204 });
  const secure = SESSION_COOKIE.startsWith("__Host-");
  answer.cookies.set(SESSION_COOKIE, body.output.token, { httpOnly: true, secure, sameSite: "lax", path: "/", expires: session.exp * 1000 });
  return answer;
}
