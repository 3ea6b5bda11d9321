import { useEffect, useState, type ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { usePart, useView } from "../view-context.ts";
import { errorId, Field } from "./field.tsx";
import { Icon } from "./icon.tsx";

interface PasswordFieldProps {
  readonly register: UseFormRegisterReturn;
  readonly error: string | undefined;
  /** A submit is on its way: the password hides again (A5). */
  readonly busy: boolean;
  /** What helps who forgot it; after the field in the order of Tab (A10). */
  readonly help?: ReactNode;
}

/** The password as people type, paste and let managers fill it; it can be looked at. */
export function PasswordField({ register, error, busy, help }: PasswordFieldProps): ReactNode {
  const { id, say, announce } = useView();
  const part = usePart();
  const [shown, setShown] = useState(false);
  const name = `${id}-current-password`;
  // Not an effect: that would show the password for one more paint.
  if (shown && busy) setShown(false);

  useEffect(() => {
    // The back/forward cache restores a page as it was left, a visible password included.
    const hide = (): void => setShown(false);
    window.addEventListener("pagehide", hide);
    return () => window.removeEventListener("pagehide", hide);
  }, []);

  const toggle = (): void => {
    if (busy) return;
    setShown(!shown);
    announce(say(shown ? "password.hidden" : "password.shown"));
  };

  return (
    <Field name={name} label={say("password.password")} error={error}>
      <div {...part("controlBox")}>
        <input
          {...register}
          id={name}
          type={shown ? "text" : "password"}
          autoComplete="current-password"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          aria-required="true"
          aria-invalid={error !== undefined}
          aria-describedby={errorId(name)}
          {...part("control")}
        />
        <button type="button" aria-controls={name} aria-label={say(shown ? "password.hide" : "password.show")} onClick={toggle} {...part("showPassword")}>
          <Icon name={shown ? "eyeOff" : "eye"} />
        </button>
      </div>
      {help}
    </Field>
  );
}
