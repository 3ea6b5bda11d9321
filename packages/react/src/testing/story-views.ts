/** What a story of a view is called and shows, so that every view is read alike (ux.md 4). */
export const stateSays = {
  Empty: "Submitted with nothing in it.",
  Filled: "Typed, and ready to go off.",
  Submitting: "The answer is awaited.",
  FieldError: "Caught in place: nobody was asked.",
  ServerError: "The server refused it.",
  Expired: "A deadline has passed.",
  RateLimited: "Too many tries: it says when another one is worth it.",
  Offline: "No answer came: what was typed is kept.",
  RightToLeft: "On a page that reads from the right.",
  LongText: "Words 40 % longer than English.",
} as const;

type ViewState = keyof typeof stateSays;

const typed = ["Empty", "Filled", "Submitting", "FieldError", "ServerError", "RateLimited", "Offline", "LongText"] as const;
const timed = [...typed, "Expired"] as const;

/** The states that can exist at each view, by its title in Storybook. `Default` and `Playground` every view has. */
export const viewStates = {
  "Views/Sign in": typed,
  "Views/Sign in by code": timed,
  "Views/Verify/Email": timed,
  "Views/Verify/SMS": timed,
  // No code was sent, so none expires.
  "Views/Verify/Authenticator": typed,
  // How several methods stand beside each other; what happens in one is its own view's.
  "Views/Verify/Methods": ["Submitting", "RateLimited", "LongText"],
  "Views/Bind email": typed,
  "Views/Bind phone": typed,
  "Views/Enrol authenticator": timed,
  "Views/Recovery": typed,
  // Its form asks no server.
  "Views/Recovery code": ["Empty", "Filled", "LongText"],
  "Views/Face": ["Submitting", "FieldError", "ServerError", "RateLimited", "Offline", "LongText"],
  "Views/Resume": ["ServerError", "Offline", "LongText"],
  "Views/Locked": ["Expired", "LongText"],
  "Views/Closed": ["LongText"],
  "Views/Expired": ["LongText"],
  "Views/Success": ["LongText"],
  // What happens in it is each view's own.
  "Views/Dialog": ["LongText"],
  "Center/Overview": ["Empty", "Submitting", "ServerError", "Offline", "LongText"],
  "Center/Step-up": timed,
  "Center/Add a method": timed,
  // A question takes no typing.
  "Center/Are you sure": ["Submitting", "ServerError", "Offline", "LongText"],
  "Center/Ended": ["LongText"],
} as const satisfies Readonly<Record<string, readonly ViewState[]>>;

export type ViewTitle = keyof typeof viewStates;

/** The parts that have a page of their own, each in its situations. */
export const storyParts = ["Button", "Field", "PasswordField", "CodeField", "PhoneField", "Tabs", "Alert", "ResendTimer", "QR", "RecoveryCode", "Camera"] as const;
