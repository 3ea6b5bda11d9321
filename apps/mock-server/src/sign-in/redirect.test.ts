import { expect, it } from "vitest";
import { allowedRedirect } from "./redirect.ts";

const listed = ["https://shop.example.com/welcome", "http://localhost:5173/welcome"];

it.each([
  ["https://shop.example.com/welcome", "https://shop.example.com/welcome"],
  ["https://shop.example.com/welcome?state=1", "https://shop.example.com/welcome?state=1"],
  ["https://SHOP.example.com:443/welcome", "https://shop.example.com/welcome"],
  ["http://localhost:5173/welcome", "http://localhost:5173/welcome"],
])("leads to %s", (uri, target) => {
  expect(allowedRedirect(uri, listed)).toBe(target);
});

it.each([
  "https://shop.example.com/", "https://shop.example.com/welcome/", "https://shop.example.com/welcome/../admin", "https://shop.example.com:8443/welcome",
  "https://shop.example.com.evil.com/welcome", "https://evil.com/welcome", "http://shop.example.com/welcome", "//shop.example.com/welcome",
  "https:\\\\shop.example.com\\welcome", "https://shop.example.com\\@evil.com/welcome", "https://user@shop.example.com/welcome", "https://a:b@shop.example.com/welcome",
  "javascript:alert(1)", "data:text/html,x", "ht\ttps://shop.example.com/welcome", " https://shop.example.com/welcome", "/welcome", "", "https://",
])("leads nowhere for %j (S-45)", (uri) => {
  expect(allowedRedirect(uri, listed)).toBeUndefined();
});

it("leads nowhere when nothing was asked for", () => {
  expect(allowedRedirect(null, listed)).toBeUndefined();
  expect(allowedRedirect(undefined, listed)).toBeUndefined();
});
