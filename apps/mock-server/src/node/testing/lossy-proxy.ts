import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between a client and a server and loses answers: the server has answered, the client hears a broken connection. */
export interface LossyProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Passes every request on whole. At the first byte of the answer it cuts the client off. */
export async function openLossyProxy(target: string): Promise<LossyProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    client.pipe(server);
    server.once("data", () => {
      client.resetAndDestroy();
      server.destroy();
    });
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      proxy.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, close };
}
