import { useEffect, useState, type ReactNode } from "react";
import type { Letter } from "./page-server.ts";

const LOOK_EVERY_MS = 1000;

/** The mails of the server inside the page. It is looked into, for nothing rings there. */
export function PageInbox({ read }: { readonly read: () => Promise<readonly Letter[]> }): ReactNode {
  const [letters, setLetters] = useState<readonly Letter[]>([]);
  useEffect(() => {
    const timer = setInterval(() => void read().then(setLetters), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [read]);
  return (
    <section aria-label="Inbox">
      <h3>Inbox</h3>
      {letters.length === 0 && <p>No mail yet.</p>}
      <ul>
        {letters.map((letter) => (
          <li key={`${letter.at} ${letter.to}`}>
            {letter.to}: <code>{letter.code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
