/** What a `theme` is to us: custom properties for the root. `createTheme()` of `@guard/theme` makes one, light and dark. */
export interface Theme {
  readonly vars: Readonly<Record<`--guard-${string}`, string>>;
}
