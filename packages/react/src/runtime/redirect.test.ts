import { expect, it } from "vitest";
import { safeRedirect } from "./redirect.ts";

it.each([
  ["https://shop.example.com/welcome?x=1#y", "https://shop.example.com/welcome?x=1#y"],
  ["http://localhost:5173/welcome", "http://localhost:5173/welcome"],
  ["http://127.0.0.1/", "http://127.0.0.1/"],
  ["http://[::1]:3000/", "http://[::1]:3000/"],
])("goes to %s", (to, target) => expect(safeRedirect(to)).toBe(target));

it.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "\tjavascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:https://shop.example.com/1",
  "file:///etc/passwd",
  "http://shop.example.com/",
  "//evil.example.com",
  "/welcome",
  "\\\\evil.example.com",
  "https://user:secret@shop.example.com/",
  "https://",
  "",
])("goes nowhere for %j", (to) => expect(safeRedirect(to)).toBeUndefined());
