import { expect, it } from "vitest";
import { parseSmsUrl } from "./sms-url.ts";

const SECRET = `whsec_${Buffer.alloc(24, 1).toString("base64")}`;

it.each([
  ["off", "off"],
  ["https://sms.example/hook", "webhook"],
  ["http://127.0.0.1:9000/hook", "webhook"],
  ["twilio://AC0:token@api.twilio.com?from=+15005550006", "twilio"],
])("%s is %s", (text, kind) => {
  expect(parseSmsUrl(text, SECRET).kind).toBe(kind);
});

it("reaches Twilio by TLS, and a number keeps its plus sign", () => {
  expect(parseSmsUrl("twilio://AC0:token@api.twilio.com?from=+15005550006", undefined)).toMatchObject({ url: new URL("https://api.twilio.com/2010-04-01/Accounts/AC0/Messages.json"), from: "+15005550006" });
});

it.each([
  ["hello", SECRET, "no address"],
  ["ftp://sms.example", SECRET, "begins with"],
  ["http://sms.example/hook", SECRET, "in the clear"],
  ["https://sms.example/hook", undefined, "needs SMS_SECRET"],
  ["https://sms.example/hook", "whsec_c2hvcnQ=", "needs SMS_SECRET"],
  ["https://sms.example/hook", "a plain password of many characters", "needs SMS_SECRET"],
  ["https://user:password@sms.example/hook", SECRET, "takes no user and password"],
  ["twilio://AC0@api.twilio.com?from=+15005550006", undefined, "twilio:// takes"],
  ["twilio://AC0:token@api.twilio.com", undefined, "twilio:// takes"],
])("refuses %s with the secret %s", (text, secret, words) => {
  expect(() => parseSmsUrl(text, secret)).toThrow(words);
});
