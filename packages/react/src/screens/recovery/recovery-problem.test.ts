import { describe, expect, it } from "vitest";
import { readTyped } from "./recovery-problem.ts";

describe("reads what was typed as a recovery code", () => {
  it.each([
    ["7KQ2M-9XPD4-T8WNB-3HRV6-CJ5YE", { code: "7KQ2M9XPD4T8WNB3HRV6CJ5YE" }],
    [" 7kq2m 9xpd4 t8wnb 3hrv6 cj5ye ", { code: "7KQ2M9XPD4T8WNB3HRV6CJ5YE" }],
    ["bc5a-6879-617a-6e94-9dd1-9dd2", { code: "bc5a-6879-617a-6e94-9dd1-9dd2" }],
    ["", { is: "empty" }],
    ["  ", { is: "empty" }],
    ["123456", { is: "short", count: 6 }],
    ["7KQ2M-9XPD4-T8WNB-3HRV6-CJ5YE-7KQ2M-9XPD4", { is: "long" }],
    ["7KQ2M/9XPD4", { is: "notACode" }],
  ])("%j", (text, read) => expect(readTyped(text)).toEqual(read));
});
