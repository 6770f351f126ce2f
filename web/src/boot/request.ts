/** What came back for a request of Python's; headers as JSON, since they are read there. */
export interface Answer {
  url: string;
  status: number;
  reason: string;
  headers: string;
  body: Uint8Array;
}

/**
 * Make a request while Python waits and the page goes on.
 *
 * @param headers a JSON object
 * @param timeout in seconds
 */
export async function request(
  method: string,
  url: string,
  headers: string,
  body?: BodyInit,
  timeout?: number,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: JSON.parse(headers) as Record<string, string>,
    ...(body !== undefined && { body }),
    ...(timeout !== undefined && { signal: AbortSignal.timeout(1000 * timeout) }),
  });
  return {
    url: response.url,
    status: response.status,
    reason: response.statusText,
    headers: JSON.stringify([...response.headers]),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** The same while the page stands still, where Python can't wait: browsers without stack switching. */
export function requestNow(method: string, url: string, headers: string, body?: XMLHttpRequestBodyInit): Answer {
  const xhr = new XMLHttpRequest();
  xhr.open(method, url, false);
  for (const [name, value] of Object.entries(JSON.parse(headers) as Record<string, string>))
    xhr.setRequestHeader(name, value);
  xhr.overrideMimeType("text/plain; charset=x-user-defined"); // its characters are the bytes
  xhr.send(body ?? null);
  const lines = xhr.getAllResponseHeaders().trim().split("\r\n").filter(Boolean);
  return {
    url: xhr.responseURL,
    status: xhr.status,
    reason: xhr.statusText,
    headers: JSON.stringify(lines.map((line) => line.split(/:\s*(.*)/s, 2))),
    body: Uint8Array.from(xhr.responseText, (char) => char.charCodeAt(0) & 0xff),
  };
}
