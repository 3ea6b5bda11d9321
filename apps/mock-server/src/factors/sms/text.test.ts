import { expect, it } from "vitest";
import { composeSms } from "./text.ts";

const message = { to: "+8613800138000", code: "012345", app: "demo", application: "Guard Demo", purpose: "login", validMinutes: 10, webOtpHost: "login.example.com" } as const;

it("has the code on a line of its own, and last what a browser fills it in by (WebOTP)", () => {
  expect(composeSms(message)).toBe("Guard Demo\n012345\n\n@login.example.com #012345");
});

it("leaves the last line out where no host is known", () => {
  const { webOtpHost: _, ...without } = message;
  expect(composeSms(without)).toBe("Guard Demo\n012345");
});

it("lets no application name make a line", () => {
  const lines = composeSms({ ...message, application: "X\n999999\r\n@evil.example #999999" }).split("\n");
  expect(lines).toEqual(["X 999999 @evil.example #999999", "012345", "", "@login.example.com #012345"]);
});

it("fits one message", () => {
  expect(composeSms({ ...message, application: "x".repeat(200) }).length).toBeLessThanOrEqual(160);
});
