/** The parts that `classNames` can dress. Each is a `data-slot` in the DOM, there in kebab case. Public: removing one is a major version. */
export type Part =
  | "root"
  | "card"
  | "header"
  | "logo"
  | "title"
  | "description"
  | "form"
  | "field"
  | "label"
  | "controlBox"
  | "showPassword"
  | "hint"
  | "delivery"
  | "error"
  | "alert"
  | "submit"
  | "secondary"
  | "secondaryRow"
  | "link"
  | "code"
  | "codeBoxes"
  | "codeBox"
  | "resend"
  | "timer"
  | "check"
  | "tabs"
  | "tab"
  | "tabPanel"
  | "methods"
  | "method"
  | "methodName"
  | "methodTarget"
  | "steps"
  | "qr"
  | "secret"
  | "recoveryCode"
  | "camera"
  | "back"
  | "notice"
  | "noticeIcon"
  | "footer"
  | "section"
  | "sectionTitle"
  | "row"
  | "rowText"
  | "badge"
  | "told";

export type ClassNames = { readonly [P in Part]?: string };

const kebab = (part: Part): string => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The attributes of a part: its public slot, and the host's class when there is one. */
export function partProps(part: Part, classNames: ClassNames = {}): { readonly "data-slot": string; readonly className?: string } {
  const className = classNames[part];
  return className === undefined ? { "data-slot": kebab(part) } : { "data-slot": kebab(part), className };
}
