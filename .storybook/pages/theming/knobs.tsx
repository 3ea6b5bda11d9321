import { seeds, semantics } from "@guard/theme";
import { createTheme, type DesignTokens, type Scheme, type ThemeInput } from "@guard/theme/studio";
import { useId, useState, type ReactNode } from "react";
import { plainValue } from "./plain-value.ts";

interface KnobsProps {
  readonly input: ThemeInput;
  readonly onChange: (input: ThemeInput) => void;
}

interface KnobProps {
  readonly label: string;
  readonly says: string;
  readonly color: boolean;
  readonly value: string;
  /** What it is while nothing is typed. */
  readonly made: string | undefined;
  readonly onChange: (value: string) => void;
}

const isHex = (value: string): boolean => /^#[\da-f]{6}$/i.test(value);

/** One value: typed, or picked where it is a colour. Empty is the default. */
function Knob({ label, says, color, value, made, onChange }: KnobProps): ReactNode {
  const id = useId();
  // What is typed stays as it is typed: "1." is on its way to 1.125, and the theme says 1.
  const [typed, setTyped] = useState<string>();
  const type = (text: string): void => {
    setTyped(text);
    onChange(text);
  };
  return (
    <div className="knob" title={says}>
      <label htmlFor={id}>{label}</label>
      <input id={id} value={typed ?? value} placeholder={made || "default"} spellCheck={false} onChange={({ target }) => type(target.value)} onBlur={() => setTyped(undefined)} />
      {color && <input type="color" aria-label={`Pick ${label}`} value={[value, made].find((one) => one !== undefined && isHex(one)) ?? "#868e9b"} onChange={({ target }) => onChange(target.value)} />}
    </div>
  );
}

type Values = Readonly<Record<string, string | number | undefined>>;

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A value of a theme: a number where the token is one, nothing where nothing was typed. */
function read(kind: string, text: string): string | number | undefined {
  if (text === "") return undefined;
  return kind === "number" && Number.isFinite(Number(text)) ? Number(text) : text;
}

interface GroupProps {
  readonly tokens: readonly { readonly name: string; readonly kind: string; readonly says: string }[];
  readonly values: Values;
  /** What the cascade makes of what is set: colours of one scheme, or what both share. */
  readonly made: DesignTokens["light"];
  readonly onChange: (values: Values) => void;
}

const hexOf = (token: DesignTokens["light"][string] | undefined): string | undefined => (token?.$value as { readonly hex?: string } | undefined)?.hex;

function Group({ tokens, values, made, onChange }: GroupProps): ReactNode {
  return tokens.map(({ name, kind, says }) => (
    <Knob
      key={name}
      label={name}
      says={says}
      color={kind === "color"}
      made={kind === "color" ? hexOf(made[name]) : plainValue(made[name])}
      value={String(values[camel(name)] ?? "")}
      onChange={(text) => {
        const { [camel(name)]: _, ...others } = values;
        const value = read(kind, text);
        onChange(value === undefined ? others : { ...others, [camel(name)]: value });
      }}
    />
  ));
}

const colors = [...seeds, ...semantics].filter(({ kind }) => kind === "color");
const measures = semantics.filter(({ kind }) => kind !== "color");

/** Seeds first; every token, and each colour of one scheme alone, for who wants to go deeper. */
export function Knobs({ input, onChange }: KnobsProps): ReactNode {
  const all = input as Values;
  const made = createTheme(input).toDTCG();
  const scheme = (name: Scheme): ReactNode => (
    <details>
      <summary>Colours in {name} only</summary>
      <Group tokens={colors} made={made[name]} values={(input[name] ?? {}) as Values} onChange={(values) => onChange({ ...input, [name]: Object.keys(values).length > 0 ? values : undefined })} />
    </details>
  );
  return (
    <>
      <fieldset>
        <legend>Seeds</legend>
        <Group tokens={seeds} made={{ ...made.base, ...made.light }} values={all} onChange={onChange} />
      </fieldset>
      {scheme("light")}
      {scheme("dark")}
      <details>
        <summary>Sizes, shadows, time</summary>
        <Group tokens={measures} made={made.base} values={all} onChange={onChange} />
      </details>
    </>
  );
}
