const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

/** The direction a language is written in. */
export const directionOf = (locale: string): "ltr" | "rtl" => (rightToLeft.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr");
