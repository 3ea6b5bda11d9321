import { guardServerOf } from "../../../guard-server.ts";
import { LoginForm } from "./login-form.tsx";

// Read at each request and not at build time, so that one build serves every environment.
export const dynamic = "force-dynamic";

/** The shell is a server component: what the form may know of the environment is chosen here, and the secret is not among it. */
export default function LoginPage() {
  const { url, app } = guardServerOf(process.env);
  return (
    <main>
      <LoginForm server={url} app={app} />
    </main>
  );
}
