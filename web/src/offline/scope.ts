/** What is used of a service worker's global scope; TypeScript has it only for programs that see no page. */
export interface WorkerScope {
  registration: { scope: string };
  clients: { claim: () => Promise<void>; matchAll: (options: ClientsOptions) => Promise<Client[]> };
  skipWaiting: () => Promise<void>;
  addEventListener: <Type extends keyof WorkerEvents>(
    type: Type,
    listener: (event: WorkerEvents[Type]) => void,
  ) => void;
}

interface ClientsOptions {
  type: "window";
  includeUncontrolled: boolean;
}

interface Client {
  id: string;
  url: string;
}

interface WorkerEvents {
  install: Lasting;
  activate: Lasting;
  fetch: FetchEvent;
  message: Lasting & { data: unknown; source: Client | null };
}

interface Lasting {
  waitUntil: (promise: Promise<unknown>) => void;
}

interface FetchEvent extends Lasting {
  request: Request;
  respondWith: (response: Promise<Response>) => void;
}
