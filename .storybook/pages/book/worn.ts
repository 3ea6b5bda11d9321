/** What the toolbar says, as `dressed` hands it to each story. */
export interface Worn {
  readonly colorScheme: "light" | "dark";
  readonly locale: string;
  readonly dir: "ltr" | "rtl" | "auto";
}
