import { centerFixtures, fixtures, variants } from "@guard/machine/testing";
import type { State } from "@guard/machine";
import type { CenterState } from "@guard/machine/center";
import { parts } from "@guard/theme";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { StoryCenter } from "../../../packages/react/src/testing/story-center.tsx";
import { Choose } from "../book/choose.tsx";
import { Still } from "../book/still.tsx";
import type { Worn } from "../book/worn.ts";
import "./theming.css";

const logins: Readonly<Record<string, State>> = {
  "Sign in": fixtures.password,
  "Several methods": variants.everyFactor,
  "A code": fixtures.challenge,
  "Trust this device": variants.trustable,
  "Add an address": fixtures.bind,
  "Authenticator app": fixtures.enrol,
  Face: fixtures.face,
  "New recovery code": fixtures.recoveryCode,
  Locked: fixtures.locked,
};
const centers: Readonly<Record<string, CenterState>> = { "Personal centre": centerFixtures.overview };

const slotOf = (element: EventTarget): string | undefined => {
  const part = element instanceof Element ? element.closest<HTMLElement>("[data-slot], [data-guard]") : null;
  return part ? (part.dataset["slot"] ?? "root") : undefined;
};

/** Every part by its public name: point at the login, or at a name. */
export function SlotsMap(worn: Worn): ReactNode {
  const [view, setView] = useState("Several methods");
  const [slot, setSlot] = useState<string>("card");
  const stage = useRef<HTMLDivElement>(null);
  const state = logins[view];
  const center = centers[view];
  useEffect(() => {
    const found = stage.current?.querySelectorAll(slot === "root" ? "[data-guard]" : `[data-slot="${slot}"]`) ?? [];
    for (const element of found) element.setAttribute("data-slot-pointed", "");
    return () => {
      for (const element of found) element.removeAttribute("data-slot-pointed");
    };
  }, [slot, view]);
  const point = ({ target }: { readonly target: EventTarget }): void => setSlot(slotOf(target) ?? slot);

  return (
    <div className="book-split">
      <div>
        <Choose label="View" value={view} options={[...Object.keys(logins), ...Object.keys(centers)].map((value) => ({ value, text: value }))} onChoose={setView} />
        <p role="status">
          <code>[data-slot="{slot}"]</code> {parts.find(({ name }) => name === slot)?.says}
        </p>
        <ul className="slot-list">
          {parts.map(({ name }) => (
            <li key={name}>
              <button type="button" aria-pressed={name === slot} onClick={() => setSlot(name)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div ref={stage} onPointerOver={point} onFocus={point}>
        {state && <Still {...worn} id="slots" state={state} headingLevel={2} />}
        {center && <StoryCenter id="slots" state={center} headingLevel={2} {...worn} />}
      </div>
    </div>
  );
}
