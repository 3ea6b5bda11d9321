import { expect, it } from "vitest";
import { escapeHtml } from "./html.ts";

it("escapes everything that could leave an element or an attribute", () => {
  expect(escapeHtml(`<img src="x" onerror='y'>&`)).toBe("&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt;&amp;");
});
