import { fixtures, variants } from "@guard/machine/testing";
import { presets, type PresetName } from "@guard/theme";
import { createTheme, type ThemeInput } from "@guard/theme/studio";
import { useState, type ReactNode } from "react";
import { Choose } from "../../../apps/playground/src/choose.tsx";
import { CopyText } from "../book/copy-text.tsx";
import { Still } from "../book/still.tsx";
import { storyHref } from "../book/story-link.tsx";
import type { Worn } from "../book/worn.ts";
import { ContrastList } from "./contrast-list.tsx";
import { copies, type Copy } from "./copies.ts";
import { Knobs } from "./knobs.tsx";
import { toShared } from "./share.ts";
import "./theming.css";

const views = { "Sign in": fixtures.password, "A code": fixtures.challenge, "Several methods": variants.everyFactor, "A wrong code": variants.codeWrong, Locked: fixtures.locked, "Signed in": fixtures.done } as const;
type View = keyof typeof views;

const plain = (values: readonly string[]) => values.map((value) => ({ value, text: value }));

/** The whole address of this theme, to be sent to somebody. */
const linkTo = (input: ThemeInput): string => new URL(`${storyHref(STUDIO)}&args=shared:${toShared(input)}`, document.baseURI).href;

export const STUDIO = "theming-theme-studio--theme-studio";

interface ThemeStudioProps extends Pick<Worn, "locale" | "dir"> {
  readonly input: ThemeInput;
  readonly onChange: (input: ThemeInput) => void;
}

/** An editor of a theme, on the real component. */
export function ThemeStudio({ input, onChange, locale, dir }: ThemeStudioProps): ReactNode {
  const [view, setView] = useState<View>("A code");
  const [copy, setCopy] = useState<Copy>("CSS");
  const theme = createTheme(input);
  const { contrasts, faults } = theme.report;
  return (
    <div className="studio">
      <div>
        <Choose label="Begin with" value="" options={[{ value: "", text: "a preset…" }, ...plain(Object.keys(presets))]} onChoose={(name) => name !== "" && onChange(presets[name as PresetName])} />
        <Knobs input={input} onChange={onChange} />
      </div>
      <div>
        <Choose label="View" value={view} options={plain(Object.keys(views))} onChoose={(chosen) => setView(chosen as View)} />
        <style>{theme.toCSS("[data-studio]")}</style>
        <div className="schemes">
          {(["light", "dark"] as const).map((scheme) => (
            <div key={scheme} data-studio="" data-guard-page="" data-color-scheme={scheme}>
              <Still id={`studio-${scheme}`} state={views[view]} colorScheme={scheme} locale={locale} dir={dir} headingLevel={2} />
            </div>
          ))}
        </div>
        <h2>Contrast</h2>
        <div role="status">
          {faults.length === 0 ? <p>Every pair passes in light and in dark.</p> : faults.map(({ message }) => <p key={message}>{message}</p>)}
        </div>
        <details>
          <summary>All {contrasts.length} pairs</summary>
          <ContrastList contrasts={contrasts} />
        </details>
        <h2>Take it with you</h2>
        <Choose label="Copy as" value={copy} options={plain(Object.keys(copies))} onChoose={(chosen) => setCopy(chosen as Copy)} />
        <CopyText text={copies[copy](theme)} name={copy} />
        <h3>Share it</h3>
        <CopyText text={linkTo(input)} name="link" />
      </div>
    </div>
  );
}
