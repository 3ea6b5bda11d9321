import { redirect } from "next/navigation";
import { currentSession } from "./session.ts";

export default async function Home() {
  const session = await currentSession();
  if (session === undefined) redirect("/login");
  return <h1>Signed in as {session.sub}</h1>;
}
