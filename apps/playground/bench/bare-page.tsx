// What `<Guard>` is compared with: the form a team writes by hand, as React's documentation teaches it (controlled fields, no library).
import { useState, type ReactNode } from "react";

export function BarePage(): ReactNode {
  const [identifier, setIdentifier] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");

  const submit = async (): Promise<void> => {
    setBusy(true);
    const body = JSON.stringify({ app: "demo", identifier, password });
    const response = await fetch("/api/v1/sign-in", { method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(() => undefined);
    setBusy(false);
    if (response?.ok) location.assign("/welcome");
    else setError("That sign-in and password don’t match.");
  };

  return (
    <form
      className="bare"
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>Sign in</h2>
      <p role="alert">{error}</p>
      <label htmlFor="username">Email, phone, or username</label>
      <input id="username" autoComplete="username" value={identifier} onChange={({ target }) => setIdentifier(target.value)} />
      <label htmlFor="password">Password</label>
      <div>
        <input id="password" type={shown ? "text" : "password"} autoComplete="current-password" value={password} onChange={({ target }) => setPassword(target.value)} />
        <button type="button" aria-label={shown ? "Hide password" : "Show password"} onClick={() => setShown(!shown)}>
          👁
        </button>
      </div>
      <button type="submit">Sign in</button>
    </form>
  );
}
