import { centerFixtures, fixtures, variants } from "@guard/machine/testing";
import type { State } from "@guard/machine";
import type { CenterState } from "@guard/machine/center";
import { parts } from "@guard/theme";
import { useState, type ReactNode } from "react";
import { Choose } from "../../../apps/playground/src/choose.tsx";
import { StoryCenter } from "../../../packages/react/src/testing/story-center.tsx";
import { Still } from "../book/still.tsx";
import type { Worn } from "../book/worn.ts";
import "./theming.css";

const threeMethods: State = { ...variants.everyFactor, challenge: { ...variants.everyFactor.challenge, factors: variants.everyFactor.challenge.factors.slice(0, 3) } };

const logins: Readonly<Record<string, State>> = {
  "Sign in": fixtures.password,
  "Methods as tabs": threeMethods,
  "Methods as a list": variants.everyFactor,
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

const selectorOf = (slot: string): string => (slot === "root" ? "[data-guard]" : `[data-slot="${slot}"]`);

/** Every part by its public name: point at the login, or at a name. */
export function SlotsMap(worn: Worn): ReactNode {
  const [view, setView] = useState("Methods as tabs");
  const [slot, setSlot] = useState<string>("card");
  const state = logins[view];
  const center = centers[view];
  const point = ({ target }: { readonly target: EventTarget }): void => setSlot(slotOf(target) ?? slot);

  return (
    <div className="book-split" data-login-first="">
      <div data-slots-stage="" onPointerOver={point} onFocus={point}>
        {/* A rule and not an attribute: a part that arrives later is marked, too. */}
        <style>{`[data-slots-stage] ${selectorOf(slot)} { outline: 2px dashed var(--guard-color-danger); outline-offset: 2px; }`}</style>
        {state && <Still {...worn} id="slots" state={state} headingLevel={2} />}
        {center && <StoryCenter id="slots" state={center} headingLevel={2} {...worn} />}
      </div>
      <div>
        <Choose label="View" value={view} options={[...Object.keys(logins), ...Object.keys(centers)].map((value) => ({ value, text: value }))} onChoose={setView} />
        <p role="status">
          <code>{selectorOf(slot)}</code> {parts.find(({ name }) => name === slot)?.says}
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
    </div>
  );
}
