import { locales, matchLocale } from "@guard/locales";
import type { ReactNode } from "react";
import type { Inbox } from "./backend.ts";
import { apps, PASSWORD, users, type Choices } from "./choices.ts";
import { Choose } from "./choose.tsx";
import { PageInbox } from "./page-inbox.tsx";

interface PanelProps {
  readonly choices: Choices;
  readonly inbox: Inbox;
  readonly onChange: (next: Partial<Choices>) => void;
  readonly children: ReactNode;
}

const plain = (values: readonly string[]) => values.map((value) => ({ value, text: value }));
const languageName = (locale: string): string => new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;

/** The playground's own controls; nothing of it belongs into a product. */
export function Panel({ choices, inbox, onChange, children }: PanelProps): ReactNode {
  const userOptions = [{ value: "", text: "type it yourself" }, ...users.map(({ name, shows }) => ({ value: name, text: `${name} — ${shows}` }))];
  return (
    <aside className="panel" aria-label="Playground controls">
      <h2>Playground</h2>
      <Choose label="User" value={choices.user} options={userOptions} onChoose={(user) => onChange({ user })} />
      <p>
        Every password: <code>{PASSWORD}</code>
      </p>
      <Choose label="Application" value={choices.app} options={plain(apps)} onChoose={(app) => onChange({ app })} />
      <Choose
        label="Language"
        value={matchLocale(choices.locale) ?? "en"}
        options={locales.map((value) => ({ value, text: languageName(value) }))}
        onChoose={(locale) => onChange({ locale })}
      />
      <Choose label="Colours" value={choices.scheme} options={plain(["auto", "light", "dark"])} onChoose={(scheme) => onChange({ scheme: scheme as Choices["scheme"] })} />
      <Choose
        label="Server"
        value={choices.backend}
        options={[
          { value: "http", text: `HTTP: ${choices.server}` },
          { value: "authing", text: "HTTP, as Authing’s SDK speaks to it" },
          { value: "page", text: "inside this page (SQLite as WebAssembly)" },
        ]}
        onChoose={(backend) => onChange({ backend: backend as Choices["backend"] })}
      />
      {choices.backend === "http" && (
        <Choose
          label="Tokens"
          value={choices.tokens}
          options={[
            { value: "bearer", text: "in the answers, for any site" },
            { value: "cookie", text: "in a cookie that no script reads" },
          ]}
          onChoose={(tokens) => onChange({ tokens: tokens as Choices["tokens"] })}
        />
      )}
      <Choose label="State inspector" value={choices.inspector} options={plain(["off", "on"])} onChoose={(inspector) => onChange({ inspector: inspector as Choices["inspector"] })} />
      {inbox.is === "link" ? (
        <p>
          <a href={inbox.href} target="_blank" rel="noreferrer">
            Open the inbox
          </a>{" "}
          to read the codes.
        </p>
      ) : (
        <PageInbox read={inbox.read} />
      )}
      {children}
    </aside>
  );
}
