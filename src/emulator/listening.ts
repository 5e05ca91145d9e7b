/** Where a server listens. */
export interface ListenOptions {
  /** The port, or 0 for any free one. @default 0 */
  port?: number;
  /** The address to listen on. Another one than loopback lets other machines in. @default "127.0.0.1" */
  host?: string;
}

/** A server that listens. */
export interface RunningServer {
  /** The address of the service, such as `http://127.0.0.1:4010/beta`. */
  baseUrl: string;
  /** Closes all connections and stops. */
  close(): Promise<void>;
}
