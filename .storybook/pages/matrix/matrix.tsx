import { presets } from "@guard/theme";
import { createTheme } from "@guard/theme/studio";
import type { State } from "@guard/machine";
import type { ReactNode } from "react";
import { Still } from "../book/still.tsx";
import type { Worn } from "../book/worn.ts";
import "./matrix.css";

/** Four looks, the same in every view. */
const looks = [
  { name: "default, light", preset: "default", colorScheme: "light" },
  { name: "default, dark", preset: "default", colorScheme: "dark" },
  { name: "soft, light", preset: "soft", colorScheme: "light" },
  { name: "high contrast, dark", preset: "high-contrast", colorScheme: "dark" },
] as const;

const widths = [400, 320, 280] as const;
const directions = ["ltr", "rtl"] as const;

/** One view in four looks, three widths and both directions. Each stands still: no timer runs for what nobody uses. */
export function Matrix({ state, locale }: { readonly state: State; readonly locale: Worn["locale"] }): ReactNode {
  return looks.map(({ name, preset, colorScheme }) => (
    <section key={name} aria-label={name}>
      <h2>{name}</h2>
      <style>{createTheme(presets[preset]).toCSS(`[data-look="${preset}"]`)}</style>
      <div className="matrix">
        {directions.flatMap((dir) =>
          widths.map((width) => (
            <div key={`${dir} ${width}`} style={{ inlineSize: width }}>
              <p className="matrix-label">
                {width} px, {dir}
              </p>
              <div data-look={preset} data-guard-page="" data-color-scheme={colorScheme}>
                <Still id={`m-${preset}-${colorScheme}-${dir}-${width}`} state={state} colorScheme={colorScheme} dir={dir} locale={locale} />
              </div>
            </div>
          )),
        )}
      </div>
    </section>
  ));
}
