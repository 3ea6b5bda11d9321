import type { AuthingClient } from "./authing-client.ts";
import type { Link } from "./link.ts";

// The SDK remembers sessions in the page's storage, which may be full or closed to it; then it throws.

/** The client as its own logins see it: they answer a session and leave it to `keepUser`. The SDK's would throw the answer away where its storage is full. */
export const withoutMemory = (client: AuthingClient): AuthingClient => Object.create(client, { setCurrentUser: { value: () => {} } }) as AuthingClient;

/** What can't be remembered is still a session: the page has it, and the next visit signs in again. */
export function keepUser(link: Link, user: object): void {
  const kept = tryMemory(link, ({ client }) => client.setCurrentUser(user));
  // Half of it, or somebody else's from before, would be worse than none.
  if (!kept) tryMemory(link, ({ client }) => client.tokenProvider.clearUser());
}

/** Forgets a session, and no other that the client has by now. */
export function forgetToken(link: Link, token: string): void {
  tryMemory(link, ({ client: { tokenProvider } }) => {
    if (tokenProvider.getToken() === token) tokenProvider.clearUser();
  });
}

function tryMemory(link: Link, run: (link: Link) => void): boolean {
  try {
    run(link);
    return true;
  } catch (fault) {
    link.onFault(fault);
    return false;
  }
}
