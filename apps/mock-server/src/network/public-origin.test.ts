import { expect, it } from "vitest";
import { publicOrigin } from "./public-origin.ts";
import { parseRange } from "./range.ts";

const ours = [parseRange("10.0.0.0/8")].filter((range) => range !== undefined);
const originOf = (socket: string | undefined, proto?: string): string =>
  publicOrigin(new Request("http://guard.example:8080/api", proto === undefined ? {} : { headers: { "x-forwarded-proto": proto } }), socket, ours);

it.each([
  ["10.1.2.3", "https"],
  ["::ffff:10.1.2.3", "HTTPS"],
  ["10.1.2.3", "http, https"],
])("behind a proxy of ours (%s) is what that proxy says: %s", (socket, proto) => {
  expect(originOf(socket, proto)).toBe("https://guard.example:8080");
});

it.each([
  ["198.51.100.1", "https"],
  [undefined, "https"],
  ["10.1.2.3", "https, http"],
  ["10.1.2.3", "javascript"],
  ["10.1.2.3", ""],
  ["10.1.2.3", undefined],
])("else is as it was called: %s, %s", (socket, proto) => {
  expect(originOf(socket, proto)).toBe("http://guard.example:8080");
});
