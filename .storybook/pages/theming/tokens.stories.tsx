import { seeds, semantics } from "@guard/theme";
import { createTheme, type Contrast, type Scheme } from "@guard/theme/studio";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { BookPage } from "../book/book-page.tsx";
import { pageMeta } from "../book/page-meta.tsx";
import { StoryLink } from "../book/story-link.tsx";
import { ContrastList } from "./contrast-list.tsx";
import { plainValue } from "./plain-value.ts";
import "./theming.css";
import { HeadedTable } from "../../headed-table.tsx";

const meta = { title: "Theming/Tokens", tags: ["!autodocs", "!test", "page"], ...pageMeta } satisfies Meta;
export default meta;

const theme = createTheme();
const design = theme.toDTCG();
const { contrasts } = theme.report;

type Named = (typeof semantics)[number] | (typeof seeds)[number];

const hexOf = (name: string, scheme: Scheme): string | undefined => (design[scheme][name]?.$value as { readonly hex?: string } | undefined)?.hex;

function Swatch({ name, scheme }: { readonly name: string; readonly scheme: Scheme }): ReactNode {
  const hex = hexOf(name, scheme);
  if (hex === undefined) return null;
  return (
    <div>
      <span className="swatch" style={{ background: hex }} aria-hidden="true" />
      <code>{hex}</code> {scheme}
    </div>
  );
}

const contrastsOf = (name: string): readonly Contrast[] => contrasts.filter(({ front }) => front === name);

function TokenRows({ tokens }: { readonly tokens: readonly Named[] }): ReactNode {
  // A seed stands on nothing: what is made of it does.
  const judged = tokens.some(({ name }) => contrastsOf(name).length > 0);
  return (
    <HeadedTable columns={["Token", "Value", ...(judged ? ["Contrast"] : [])]}>
      {tokens.map(({ name, kind, says }) => (
        <tr key={name}>
          <td>
            <code>--guard-{name}</code>
            <div>{says}</div>
          </td>
          <td>{kind === "color" ? (["light", "dark"] as const).map((scheme) => <Swatch key={scheme} name={name} scheme={scheme} />) : plainValue(design.base[name])}</td>
          {judged && (
            <td>
              {contrastsOf(name).map(({ name: pair, scheme, back, ratio }) => (
                <div key={pair + scheme}>
                  {ratio === undefined ? "?" : (Math.floor(ratio * 100) / 100).toFixed(2)}:1 on {back.replace("color-", "")} ({scheme})
                </div>
              ))}
            </td>
          )}
        </tr>
      ))}
    </HeadedTable>
  );
}

export const Tokens: StoryObj = {
  render: () => (
    <BookPage title="Tokens" lead="Twelve seeds make everything else; each token can be set alone.">
      <p>
        Set seeds on any ancestor of the root, tokens on the root. Try them in the <StoryLink to="theming-theme-studio--theme-studio">Theme Studio</StoryLink>.
      </p>
      <h2>Seeds</h2>
      <TokenRows tokens={seeds} />
      <h2>Semantic tokens</h2>
      <TokenRows tokens={semantics} />
      <h2>Pairs that a theme must satisfy</h2>
      <ContrastList contrasts={contrasts} />
    </BookPage>
  ),
};
