import { expect, it } from "vitest";
import { createDrafts } from "./drafts.ts";

it("keeps each field's text for itself", () => {
  const drafts = createDrafts();
  drafts.of("gc_1", "phone").write("+44 7400 123456");
  drafts.of("gc_1", "code.sms").write("12");
  expect(drafts.of("gc_1", "phone").read()).toBe("+44 7400 123456");
  expect(drafts.of("gc_1", "code.sms").read()).toBe("12");
});

it("knows nothing of another challenge, and forgets everything at its end", () => {
  const drafts = createDrafts();
  drafts.of("gc_1", "code.sms").write("12");
  expect(drafts.of("gc_2", "code.sms").read()).toBe("");
  drafts.clear();
  expect(drafts.of("gc_1", "code.sms").read()).toBe("");
});
