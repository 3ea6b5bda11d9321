import { describe, expect, it } from "vitest";
import { readRecoveryCode } from "./recovery-code.ts";

const CODE = "7KQ2M9XPD4T8WNB3HRV6CJ5YE";

describe("reads a recovery code as people write it", () => {
  it.each([
    ["as it was shown", CODE],
    ["in small letters", CODE.toLowerCase()],
    ["in groups with dashes", "7KQ2M-9XPD4-T8WNB-3HRV6-CJ5YE"],
    ["in groups with spaces, and a line end", "7KQ2M 9XPD4 T8WNB\n3HRV6 CJ5YE\r\n"],
    ["with dashes of a word processor", "7KQ2M–9XPD4—T8WNB‑3HRV6-CJ5YE"],
    ["with invisible marks", `\u200E${CODE}\u200B`],
    ["in full-width letters", "７ＫＱ２Ｍ９ＸＰＤ４Ｔ８ＷＮＢ３ＨＲＶ６ＣＪ５ＹＥ"],
  ])("%s", (_, text) => expect(readRecoveryCode(text)).toEqual({ is: "complete", code: CODE }));

  it("takes I and L for 1, and O for 0", () => {
    expect(readRecoveryCode("iIlL1oO000000000000000000")).toEqual({ is: "complete", code: `11111${"0".repeat(20)}` });
  });
});

it.each([
  ["", 0],
  [" - ", 0],
  [CODE.slice(1), 24],
])("misses characters in %j", (text, count) => expect(readRecoveryCode(text)).toEqual({ is: "tooShort", count }));

it("refuses more than 25 characters", () => expect(readRecoveryCode(`${CODE}0`)).toEqual({ is: "tooLong" }));

it.each([`${CODE.slice(1)}U`, "my code!", "ééé", "bc5a#"])("sees that %j is no recovery code", (text) => {
  expect(readRecoveryCode(text)).toEqual({ is: "notACode" });
});
