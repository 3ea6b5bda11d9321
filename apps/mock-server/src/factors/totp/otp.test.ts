import { describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/encoding.ts";
import { codeAt, handOut, stepOf, STEP_MS } from "./otp.ts";

const secret = utf8("12345678901234567890");

// RFC 6238 appendix B lists eight digits; an authenticator app shows the last six of them.
const vectors = [
  [59, "94287082"], [1_111_111_109, "07081804"], [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"], [2_000_000_000, "69279037"], [20_000_000_000, "65353130"],
] as const;

describe("the vectors of RFC 6238, appendix B, for SHA-1 (S-16)", () => {
  it.each(vectors)("at %d s", (seconds, eight) => {
    const code = eight.slice(2);
    expect(codeAt(secret, seconds * 1000)).toBe(code);
    expect(stepOf(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });
});

describe("the window (R14)", () => {
  const now = 1_800_000_000_000;
  const step = now / STEP_MS;

  it.each([[-2, undefined], [-1, step - 1], [0, step], [1, step + 1], [2, undefined]])("a code %d steps away is right for %s", (away, right) => {
    expect(stepOf(secret, codeAt(secret, now + away * STEP_MS), now)).toBe(right);
  });

  it("ends with its steps, to the millisecond", () => {
    const code = codeAt(secret, now);
    expect([now - 30_001, now - 30_000, now + 59_999, now + 60_000].map((at) => stepOf(secret, code, at) !== undefined)).toEqual([false, true, true, false]);
  });

  it.each(["", "12345", "1234567", "abcdef"])("takes no %j", (code) => {
    expect(stepOf(secret, code, now)).toBeUndefined();
  });
});

describe("what an authenticator app is told (R14)", () => {
  it("is the secret in base 32 and an otpauth address with the application as issuer", () => {
    const { secret: text, otpauthUri } = handOut(secret, "Guard Demo", "jane");
    expect(text).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(otpauthUri).toBe("otpauth://totp/Guard%20Demo:jane?issuer=Guard%20Demo&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30");
  });

  it("lets no name out of its place", () => {
    const { otpauthUri } = handOut(secret, "A:B & C?", "jane&secret=AAAA");
    const url = new URL(otpauthUri);
    expect(url.searchParams.getAll("secret")).toEqual(["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"]);
    expect(url.searchParams.get("issuer")).toBe("A B & C?");
  });
});
